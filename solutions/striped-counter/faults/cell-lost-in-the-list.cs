// Fault: each thread puts its cell at the front of a list by a plain exchange: the cell of somebody who does so at once is lost.
// Verdict: WrongAnswer
// Fails: exact, total-in-between
namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private readonly ThreadLocal<Cell> _own;
    private Cell? _first;

    public HotCounter() => _own = new ThreadLocal<Cell>(() =>
    {
        var cell = new Cell(Volatile.Read(ref _first));
        Volatile.Write(ref _first, cell);
        return cell;
    });

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

    private sealed class Cell(Cell? next)
    {
        public long Sum;

        public Cell? Next => next;
    }
}
