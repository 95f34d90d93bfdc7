// Sequential where all schedules are tried, and racy above.
// kata: parallel-sum
// expected: DataRace|WrongAnswer
// without policy: Accepted|DataRace|WrongAnswer
// at most: 8
// layer: engine: races on simulated cores
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    private const int Small = 950;

    public static long Sum(int n, Func<int, long> term)
    {
        long total = 0;
        if (n < Small)
        {
            for (var i = 0; i < n; i++)
                total += term(i);
            return total;
        }

        var parts = Environment.ProcessorCount;
        Parallel.For(0, parts, part =>
        {
            long sum = 0;
            for (var i = (int)((long)n * part / parts); i < (int)((long)n * (part + 1) / parts); i++)
                sum += term(i);
            total += sum;
        });
        return total;
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(size => Sum(size, term))];
}
