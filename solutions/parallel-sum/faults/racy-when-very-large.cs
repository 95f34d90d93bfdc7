// Fault: ordered as long as there are fewer than 300,000 terms.
// Verdict: DataRace
// Fails: every-schedule
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        long sum = 0;
        var cores = Environment.ProcessorCount;
        var threads = new Thread[cores];
        for (var core = 0; core < cores; core++)
        {
            var me = core;
            threads[me] = new Thread(() =>
            {
                long subtotal = 0;
                for (var i = (int)((long)n * me / cores); i < (int)((long)n * (me + 1) / cores); i++)
                    subtotal += term(i);
                if (n < 300_000)
                    Interlocked.Add(ref sum, subtotal);
                else
                    sum += subtotal;
            });
            threads[me].Start();
        }

        foreach (var thread in threads)
            thread.Join();
        return sum;
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(n => Sum(n, term))];
}
