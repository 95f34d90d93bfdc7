// Fault: a slot for each thread, eight to a cache line.
// Verdict: TooSlow
// Fails: seldom-meets
namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private readonly long[] _slots = new long[4 * Environment.ProcessorCount];

    public void Add(long amount) => Interlocked.Add(ref _slots[Environment.CurrentManagedThreadId % _slots.Length], amount);

    public long Total
    {
        get
        {
            long total = 0;
            for (var slot = 0; slot < _slots.Length; slot++)
                total += Volatile.Read(ref _slots[slot]);
            return total;
        }
    }
}
