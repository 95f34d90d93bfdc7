// Alternative: work items of the pool, and an event that counts them down.
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        var cores = Environment.ProcessorCount;
        long sum = 0;
        using var left = new CountdownEvent(cores);
        for (var core = 0; core < cores; core++)
        {
            ThreadPool.QueueUserWorkItem(me =>
            {
                long subtotal = 0;
                var end = (int)((long)n * (me + 1) / cores);
                for (var i = (int)((long)n * me / cores); i < end; i++)
                    subtotal += term(i);
                Interlocked.Add(ref sum, subtotal);
                left.Signal();
            }, core, preferLocal: false);
        }

        left.Wait();
        return sum;
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(n => Sum(n, term))];
}
