// Fault: the last part takes the rest, and the rest is most of it.
// Verdict: NotParallel
// Fails: parallel
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        var parts = Environment.ProcessorCount;
        var size = n / (4 * parts);
        var subtotals = new long[parts];
        Parallel.For(0, parts, part =>
        {
            var end = part == parts - 1 ? n : (part + 1) * size;
            long subtotal = 0;
            for (var i = part * size; i < end; i++)
                subtotal += term(i);
            subtotals[part] = subtotal;
        });
        return subtotals.Sum();
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) =>
        [.. sizes.Select(size => Sum(size, term))];
}
