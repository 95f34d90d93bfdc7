// Alternative: ranges that a partitioner makes, and one addition under a lock for each.
using System.Collections.Concurrent;

namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        if (n == 0)
            return 0;
        var gate = new Lock();
        long sum = 0;
        var size = Math.Max(1, n / (8 * Environment.ProcessorCount));
        Parallel.ForEach(Partitioner.Create(0, n, size), range =>
        {
            long subtotal = 0;
            for (var i = range.Item1; i < range.Item2; i++)
                subtotal += term(i);
            lock (gate)
                sum += subtotal;
        });
        return sum;
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(n => Sum(n, term))];
}
