// Fault: parts of a million: a smaller sum is a single part.
// Verdict: NotParallel
// Fails: parallel, cheap
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    private const int PartSize = 1_000_000;

    public static long Sum(int n, Func<int, long> term)
    {
        var subtotals = new long[(n + PartSize - 1) / PartSize];
        Parallel.For(0, subtotals.Length, part =>
        {
            long subtotal = 0;
            for (var i = part * PartSize; i < Math.Min((part + 1) * PartSize, n); i++)
                subtotal += term(i);
            subtotals[part] = subtotal;
        });
        return subtotals.Sum();
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) =>
        [.. sizes.Select(size => Sum(size, term))];
}
