// Fault: the slots are int.
// Verdict: WrongAnswer
// Fails: exact, total-in-between
namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private const int Slots = 32;
    private const int Stride = 16;
    private readonly int[] _slots = new int[(Slots + 1) * Stride];

    public void Add(long amount) => Interlocked.Add(ref _slots[Own], (int)amount);

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
