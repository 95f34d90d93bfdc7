// Alternative: one task for each core; the sums as tasks too.
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        var cores = Environment.ProcessorCount;
        var parts = new List<Task<long>>();
        for (var (from, core) = (0, 0); core < cores; core++)
        {
            var (start, end) = (from, from + ((n - from) / (cores - core)));
            parts.Add(Task.Run(() => SumOf(start, end, term)));
            from = end;
        }

        return Task.WhenAll(parts).GetAwaiter().GetResult().Sum();
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) =>
        Task.WhenAll(sizes.Select(size => Task.Run(() => Sum(size, term)))).GetAwaiter().GetResult();

    private static long SumOf(int start, int end, Func<int, long> term)
    {
        var sum = 0L;
        for (var i = start; i < end; i++)
            sum += term(i);
        return sum;
    }
}
