// Fault: slots of 32 bytes: two lie in one cache line.
// Verdict: TooSlow
// Fails: seldom-meets
namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private const int Slots = 32;
    private const int Stride = 4;
    private readonly long[] _slots = new long[(Slots + 1) * Stride];

    public void Add(long amount) => Interlocked.Add(ref _slots[Own], amount);

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
