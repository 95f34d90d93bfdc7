// Alternative: divides the range in two until a piece is small, one half as a task, the other on the spot.
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term) =>
        SumOf(0, n, Math.Max(1, n / (8 * Environment.ProcessorCount)), term);

    private static long SumOf(int start, int end, int small, Func<int, long> term)
    {
        if (end - start <= small)
        {
            long sum = 0;
            for (var i = start; i < end; i++)
                sum += term(i);
            return sum;
        }

        var middle = start + ((end - start) / 2);
        var upper = Task.Run(() => SumOf(middle, end, small, term));
        return SumOf(start, middle, small, term) + upper.Result;
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) =>
        [.. sizes.Select(size => Sum(size, term))];
}
