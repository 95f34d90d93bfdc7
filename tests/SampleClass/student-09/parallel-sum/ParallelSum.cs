// Alternative: workers that fetch the next chunk when they are done with one: one Interlocked a chunk.
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        var chunk = Math.Clamp(n / (16 * Environment.ProcessorCount), 1, 4096);
        var next = 0;
        long sum = 0;
        Parallel.Invoke([.. Enumerable.Repeat<Action>(Work, Environment.ProcessorCount)]);
        return sum;

        void Work()
        {
            long subtotal = 0;
            for (var start = Take(); start < n; start = Take())
            {
                for (var i = start; i < Math.Min(start + chunk, n); i++)
                    subtotal += term(i);
            }

            Interlocked.Add(ref sum, subtotal);
        }

        int Take() => Interlocked.Add(ref next, chunk) - chunk;
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) =>
        [.. sizes.Select(size => Sum(size, term))];
}
