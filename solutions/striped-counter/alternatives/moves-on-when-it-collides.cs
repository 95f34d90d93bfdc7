// Alternative: cells as in the LongAdder of Java: who meets somebody else in a cell goes on to the next one, and stays there.
namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private const int Cells = 64;
    private const int Stride = 8;

    [ThreadStatic]
    private static int _probe;

    private readonly long[] _cells = new long[(Cells + 1) * Stride];

    public void Add(long amount)
    {
        if (_probe == 0)
            _probe = Environment.CurrentManagedThreadId;
        while (true)
        {
            ref var cell = ref _cells[(1 + (_probe % Cells)) * Stride];
            var seen = Volatile.Read(ref cell);
            if (Interlocked.CompareExchange(ref cell, seen + amount, seen) == seen)
                return;
            _probe++;
        }
    }

    public long Total
    {
        get
        {
            long total = 0;
            for (var cell = 1; cell <= Cells; cell++)
                total += Volatile.Read(ref _cells[cell * Stride]);
            return total;
        }
    }
}
