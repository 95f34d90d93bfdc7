// Fault: padded slots, and a permit for each add: the semaphore is one place that all write.
// Verdict: TooSlow
// Fails: seldom-meets
namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private const int Slots = 32;
    private const int Stride = 16;
    private readonly long[] _slots = new long[(Slots + 1) * Stride];
    private readonly SemaphoreSlim _permits = new(Environment.ProcessorCount);

    public void Add(long amount)
    {
        _permits.Wait();
        Interlocked.Add(ref _slots[Own], amount);
        _permits.Release();
    }

    public long Total
    {
        get
        {
            long total = 0;
            for (var slot = 1; slot <= Slots; slot++)
                total += Volatile.Read(ref _slots[slot * Stride]);
            return total;
        }
    }

    private static int Own => (1 + (Environment.CurrentManagedThreadId % Slots)) * Stride;
}
