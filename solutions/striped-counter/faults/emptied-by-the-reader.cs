// Fault: whoever reads empties the slots, so the next one reads what was added since.
// Verdict: WrongAnswer
// Fails: exact, total-in-between
namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private const int Slots = 32;
    private const int Stride = 16;
    private readonly long[] _slots = new long[(Slots + 1) * Stride];

    public void Add(long amount) => Interlocked.Add(ref _slots[Own], amount);

    public long Total
    {
        get
        {
            long total = 0;
            for (var slot = 1; slot <= Slots; slot++)
                total += Interlocked.Exchange(ref _slots[slot * Stride], 0);
            return total;
        }
    }

    private static int Own => (1 + (Environment.CurrentManagedThreadId % Slots)) * Stride;
}
