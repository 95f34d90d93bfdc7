// Alternative: the plain loop for what is not worth dividing, else chunks of ten thousand terms.
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    private const int Chunk = 10_000;

    public static long Sum(int n, Func<int, long> term)
    {
        if (n < 5 * Chunk)
            return Part(0, n);
        var subtotals = new long[(n + Chunk - 1) / Chunk];
        Parallel.For(0, subtotals.Length, k => subtotals[k] = Part(k * Chunk, Math.Min(n, (k + 1) * Chunk)));
        return subtotals.Sum();

        long Part(int start, int end)
        {
            long subtotal = 0;
            for (var i = start; i < end; i++)
                subtotal += term(i);
            return subtotal;
        }
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(n => Sum(n, term))];
}
