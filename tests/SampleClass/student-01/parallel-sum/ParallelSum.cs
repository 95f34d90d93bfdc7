namespace ConcurrencyKatas.ParallelSum;

/// <summary>Long sums of computed terms.</summary>
public static class Summation
{
    /// <summary>Adds up the terms of all indices below <paramref name="n"/>: one part, and one subtotal, for each core.</summary>
    public static long Sum(int n, Func<int, long> term)
    {
        var parts = Environment.ProcessorCount;
        var subtotals = new long[parts];
        Parallel.For(0, parts, part =>
        {
            var end = (int)((long)n * (part + 1) / parts);
            long subtotal = 0;
            for (var i = (int)((long)n * part / parts); i < end; i++)
                subtotal += term(i);
            subtotals[part] = subtotal;
        });
        return subtotals.Sum();
    }

    /// <summary>Computes several such sums. Each is divided by itself, so they may follow one another.</summary>
    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) =>
        [.. sizes.Select(size => Sum(size, term))];
}
