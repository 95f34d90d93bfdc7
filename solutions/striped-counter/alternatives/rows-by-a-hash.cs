// Alternative: a row of its own for each of many places, and the thread's id mixed, so that ids that are alike are not neighbours.
namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private const int Places = 256;
    private const int Middle = 16;

    private readonly long[][] _rows = [.. Enumerable.Range(0, Places).Select(_ => new long[(2 * Middle) + 1])];

    public long Total => _rows.Aggregate(0L, (total, row) => total + Volatile.Read(ref row[Middle]));

    public void Add(long amount) =>
        Interlocked.Add(ref _rows[(uint)(Environment.CurrentManagedThreadId * 2_654_435_761L) % Places][Middle], amount);
}
