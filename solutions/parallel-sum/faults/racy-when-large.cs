// Fault: sequential as long as there are few terms; above, every part adds to one variable at its end.
// Verdict: DataRace
// Fails: every-schedule
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        long sum = 0;
        if (n < 900)
        {
            for (var i = 0; i < n; i++)
                sum += term(i);
            return sum;
        }

        var parts = Environment.ProcessorCount;
        Parallel.For(0, parts, part =>
        {
            long subtotal = 0;
            for (var i = (int)((long)n * part / parts); i < (int)((long)n * (part + 1) / parts); i++)
                subtotal += term(i);
            sum += subtotal;
        });
        return sum;
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(n => Sum(n, term))];
}
