// Alternative: a parallel query over parts, each of which is a query over its range.
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        var parts = Environment.ProcessorCount;
        return Enumerable.Range(0, parts).AsParallel().WithDegreeOfParallelism(parts)
            .Sum(part => Bound(part + 1) > Bound(part) ? Enumerable.Range(Bound(part), Bound(part + 1) - Bound(part)).Sum(term) : 0);

        int Bound(int part) => (int)((long)n * part / parts);
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(n => Sum(n, term))];
}
