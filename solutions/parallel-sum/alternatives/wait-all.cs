// Alternative: a task for each core, waited for by Task.WaitAll; a whole sum is one task's work when there are several.
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        var cores = Environment.ProcessorCount;
        var subtotals = new long[cores];
        var tasks = new Task[cores];
        for (var core = 0; core < cores; core++)
        {
            var me = core;
            tasks[core] = Task.Run(() => subtotals[me] = Part((int)((long)n * me / cores), (int)((long)n * (me + 1) / cores), term));
        }

        Task.WaitAll(tasks);
        return subtotals.Sum();
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) =>
        Task.WhenAll(sizes.Select(n => Task.Run(() => Part(0, n, term)))).GetAwaiter().GetResult();

    private static long Part(int start, int end, Func<int, long> term)
    {
        long sum = 0;
        for (var i = start; i < end; i++)
            sum += term(i);
        return sum;
    }
}
