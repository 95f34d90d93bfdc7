// Fault: a total is computed anew only when an add has raised a flag, which is lowered after the slots were read: an add meanwhile is forgotten.
// Verdict: WrongAnswer
// Fails: total-in-between
namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private const int Slots = 32;
    private const int Stride = 16;
    private readonly long[] _slots = new long[(Slots + 1) * Stride];
    private bool _isOld;
    private long _total;

    public void Add(long amount)
    {
        Interlocked.Add(ref _slots[(1 + (Environment.CurrentManagedThreadId % Slots)) * Stride], amount);
        if (!Volatile.Read(ref _isOld))
            Volatile.Write(ref _isOld, true);
    }

    public long Total
    {
        get
        {
            if (!Volatile.Read(ref _isOld))
                return Volatile.Read(ref _total);
            long total = 0;
            for (var slot = 1; slot <= Slots; slot++)
                total += Volatile.Read(ref _slots[slot * Stride]);
            Volatile.Write(ref _total, total);
            Volatile.Write(ref _isOld, false);
            return total;
        }
    }
}
