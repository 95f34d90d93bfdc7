// Alternative: each thread puts a cell of its own into a list, once, and the list is only ever extended at its front.
namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private readonly ThreadLocal<Cell> _own;
    private Cell? _first;

    public HotCounter() => _own = new ThreadLocal<Cell>(Enlist);

    public void Add(long amount) => Interlocked.Add(ref _own.Value!.Sum, amount);

    public long Total
    {
        get
        {
            long total = 0;
            for (var cell = Volatile.Read(ref _first); cell is not null; cell = cell.Next)
                total += Interlocked.Read(ref cell.Sum);
            return total;
        }
    }

    private Cell Enlist()
    {
        while (true)
        {
            var first = Volatile.Read(ref _first);
            var cell = new Cell(first);
            if (Interlocked.CompareExchange(ref _first, cell, first) == first)
                return cell;
        }
    }

    private sealed class Cell(Cell? next)
    {
        public long Sum;

        public Cell? Next => next;
    }
}
