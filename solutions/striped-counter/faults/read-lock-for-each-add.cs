// Fault: padded slots, and a lock that each add takes for reading, so that a total is a snapshot: the lock is one place that all write.
// Verdict: TooSlow
// Fails: seldom-meets
namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private const int Slots = 32;
    private const int Stride = 16;
    private readonly long[] _slots = new long[(Slots + 1) * Stride];
    private readonly ReaderWriterLockSlim _lock = new();

    public void Add(long amount)
    {
        _lock.EnterReadLock();
        try
        {
            Interlocked.Add(ref _slots[(1 + (Environment.CurrentManagedThreadId % Slots)) * Stride], amount);
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    public long Total
    {
        get
        {
            _lock.EnterWriteLock();
            try
            {
                long total = 0;
                for (var slot = 1; slot <= Slots; slot++)
                    total += _slots[slot * Stride];
                return total;
            }
            finally
            {
                _lock.ExitWriteLock();
            }
        }
    }
}
