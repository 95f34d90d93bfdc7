// Fault: each add draws its slot, so it is nearly always somebody else's.
// Verdict: TooSlow
// Fails: seldom-meets
namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private const int Slots = 32;
    private const int Stride = 16;
    private readonly long[] _slots = new long[(Slots + 1) * Stride];

    public void Add(long amount) => Interlocked.Add(ref _slots[(1 + Random.Shared.Next(Slots)) * Stride], amount);

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
}
