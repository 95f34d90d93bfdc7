// Fault: adds every item to a subtotal that shares its cache line with those of the other cores.
// Verdict: TooSlow
// Fails: cheap
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        var parts = Environment.ProcessorCount;
        var subtotals = new long[parts];
        Parallel.For(0, parts, part =>
        {
            for (var i = (int)((long)n * part / parts); i < (int)((long)n * (part + 1) / parts); i++)
                subtotals[part] += term(i);
        });
        return subtotals.Sum();
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) =>
        [.. sizes.Select(size => Sum(size, term))];
}
