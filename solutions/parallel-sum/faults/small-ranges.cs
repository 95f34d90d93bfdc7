// Fault: a partitioner with ranges of one: a lock for each item, hidden in the loop.
// Verdict: TooSlow
// Fails: cheap, cpu-overhead
using System.Collections.Concurrent;

namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        long sum = 0;
        if (n == 0)
            return 0;
        Parallel.ForEach(Partitioner.Create(0, n, 1), range =>
        {
            for (var i = range.Item1; i < range.Item2; i++)
                Interlocked.Add(ref sum, term(i));
        });
        return sum;
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(n => Sum(n, term))];
}
