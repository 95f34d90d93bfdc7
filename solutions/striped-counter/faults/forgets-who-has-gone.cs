// Fault: reads only the sums of threads that are still alive, and lets go of the others.
// Verdict: WrongAnswer
// Fails: *
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private readonly ConcurrentDictionary<Thread, StrongBox<long>> _boxes = new();

    public void Add(long amount) => Interlocked.Add(ref _boxes.GetOrAdd(Thread.CurrentThread, static _ => new StrongBox<long>()).Value, amount);

    public long Total
    {
        get
        {
            long total = 0;
            foreach (var (thread, box) in _boxes)
            {
                if (thread.IsAlive)
                    total += Interlocked.Read(ref box.Value);
                else
                    _boxes.TryRemove(thread, out _);
            }

            return total;
        }
    }
}
