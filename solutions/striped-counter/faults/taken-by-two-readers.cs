// Fault: whoever reads takes what is in the slots, and adds it to one sum only at the end: a second reader does not find it meanwhile.
// Verdict: WrongAnswer
// Fails: total-in-between
namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private const int Slots = 32;
    private const int Stride = 16;
    private readonly long[] _slots = new long[(Slots + 1) * Stride];
    private long _collected;

    public void Add(long amount) => Interlocked.Add(ref _slots[Own], amount);

    public long Total
    {
        get
        {
            long taken = 0;
            for (var slot = 1; slot <= Slots; slot++)
                taken += Interlocked.Exchange(ref _slots[slot * Stride], 0);
            return Interlocked.Add(ref _collected, taken);
        }
    }

    private static int Own => (1 + (Environment.CurrentManagedThreadId % Slots)) * Stride;
}
