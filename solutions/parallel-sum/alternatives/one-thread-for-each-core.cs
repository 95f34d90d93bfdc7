// Alternative: the textbook: a thread for each core, all of them started before the first is joined.
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        var cores = Environment.ProcessorCount;
        var subtotals = new long[cores];
        var threads = new List<Thread>();
        for (var core = 0; core < cores; core++)
        {
            var me = core;
            threads.Add(new Thread(() =>
            {
                var (start, end) = ((long)n * me / cores, (long)n * (me + 1) / cores);
                long subtotal = 0;
                for (var i = start; i < end; i++)
                    subtotal += term((int)i);
                subtotals[me] = subtotal;
            }));
        }

        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return subtotals.Sum();
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(n => Sum(n, term))];
}
