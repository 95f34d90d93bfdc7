// Fault: each add takes the next slot in turn: the ticket is one number that all write, and the slot was just somebody else's.
// Verdict: TooSlow
// Fails: seldom-meets
namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private const int Slots = 32;
    private const int Stride = 16;
    private readonly long[] _slots = new long[(Slots + 1) * Stride];
    private uint _ticket;

    public void Add(long amount) => Interlocked.Add(ref _slots[(1 + (int)(Interlocked.Increment(ref _ticket) % Slots)) * Stride], amount);

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
