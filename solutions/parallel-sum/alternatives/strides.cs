// Alternative: each core takes every so manieth index; work items of the pool, and a countdown that tells when all are done.
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        var step = Environment.ProcessorCount;
        long total = 0;
        using var left = new CountdownEvent(step);
        for (var core = 0; core < step; core++)
        {
            var first = core;
            ThreadPool.QueueUserWorkItem(_ =>
            {
                long subtotal = 0;
                for (long i = first; i < n; i += step)
                    subtotal += term((int)i);
                Interlocked.Add(ref total, subtotal);
                left.Signal();
            });
        }

        left.Wait();
        return total;
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(n => Sum(n, term))];
}
