// Fault: collects on each read behind a lock, but reads a slot and empties it in two steps: what is added in between is lost.
// Verdict: WrongAnswer
// Fails: total-in-between
namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private const int Slots = 32;
    private const int Stride = 16;
    private readonly long[] _slots = new long[(Slots + 1) * Stride];
    private readonly Lock _collecting = new();
    private long _collected;

    public void Add(long amount) => Interlocked.Add(ref _slots[Own], amount);

    public long Total
    {
        get
        {
            lock (_collecting)
            {
                for (var slot = 1; slot <= Slots; slot++)
                {
                    _collected += Volatile.Read(ref _slots[slot * Stride]);
                    Volatile.Write(ref _slots[slot * Stride], 0);
                }

                return _collected;
            }
        }
    }

    private static int Own => (1 + (Environment.CurrentManagedThreadId % Slots)) * Stride;
}
