// One core adds everything up, and then all cores turn in loops that compute nothing.
// kata: parallel-sum
// expected: NotParallel|TooSlow|WrongAnswer|TimeLimit
// without policy: Accepted|NotParallel|TooSlow|WrongAnswer|TimeLimit
// at most: 6
// layer: suite: work is bounded from above by the plain loop
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
            sum += term(i);
        if (n > 500)
        {
            Parallel.For(0, Environment.ProcessorCount, part =>
            {
                for (var i = 0L; i < 100L * Math.Min(n, 50_000) / Environment.ProcessorCount; i++)
                {
                }
            });
        }

        return sum;
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(size => Sum(size, term))];
}
