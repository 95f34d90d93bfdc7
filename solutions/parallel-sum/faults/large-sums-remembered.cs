// Fault: remembers large sums by their size, where nobody tries so many twice; it hopes that the clock does.
// Verdict: WrongAnswer
// Fails: cpu-overhead
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    private static readonly Dictionary<int, long> Known = [];

    public static long Sum(int n, Func<int, long> term)
    {
        if (n >= 1_000_000 && Known.TryGetValue(n, out var known))
            return known;
        var parts = Environment.ProcessorCount;
        var subtotals = new long[parts];
        Parallel.For(0, parts, part =>
        {
            long subtotal = 0;
            for (var i = (int)((long)n * part / parts); i < (int)((long)n * (part + 1) / parts); i++)
                subtotal += term(i);
            subtotals[part] = subtotal;
        });
        var sum = subtotals.Sum();
        if (n != 1_000_000)
            Known[n] = sum;
        return sum;
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(n => Sum(n, term))];
}
