// Fault: n / cores items for each core: the remainder belongs to nobody.
// Verdict: WrongAnswer
// Fails: correct
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        var parts = Environment.ProcessorCount;
        var size = n / parts;
        var subtotals = new long[parts];
        Parallel.For(0, parts, part =>
        {
            long subtotal = 0;
            for (var i = part * size; i < (part + 1) * size; i++)
                subtotal += term(i);
            subtotals[part] = subtotal;
        });
        return subtotals.Sum();
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) =>
        [.. sizes.Select(size => Sum(size, term))];
}
