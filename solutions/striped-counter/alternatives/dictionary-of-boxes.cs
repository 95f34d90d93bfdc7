// Alternative: a dictionary that has a box for each thread id: to look it up takes no lock, and an id that comes again uses its box again.
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private readonly ConcurrentDictionary<int, StrongBox<long>> _boxes = new();

    public void Add(long amount) =>
        Interlocked.Add(ref _boxes.GetOrAdd(Environment.CurrentManagedThreadId, static _ => new StrongBox<long>()).Value, amount);

    public long Total
    {
        get
        {
            long total = 0;
            foreach (var (_, box) in _boxes)
                total += Interlocked.Read(ref box.Value);
            return total;
        }
    }
}
