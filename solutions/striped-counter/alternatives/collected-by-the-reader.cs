// Alternative: whoever reads takes what is in the slots and adds it to one sum, behind a lock that no add takes.
namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private const int Slots = 32;
    private const int Stride = 16;
    private readonly Lock _collecting = new();
    private readonly long[] _slots = new long[(Slots + 1) * Stride];
    private long _collected;

    public void Add(long amount) => Interlocked.Add(ref _slots[(1 + (Environment.CurrentManagedThreadId % Slots)) * Stride], amount);

    public long Total
    {
        get
        {
            lock (_collecting)
            {
                for (var slot = 1; slot <= Slots; slot++)
                    _collected += Interlocked.Exchange(ref _slots[slot * Stride], 0);
                return _collected;
            }
        }
    }
}
