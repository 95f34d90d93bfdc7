// Fault: a third of the terms is one core's, and the others count on their fingers meanwhile.
// Verdict: NotParallel
// Fails: parallel
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        var alone = n / 3;
        long sum = 0;
        for (var i = 0; i < alone; i++)
            sum += term(i);
        var parts = Environment.ProcessorCount;
        var subtotals = new long[parts];
        Parallel.For(0, parts, part =>
        {
            long subtotal = 0;
            for (var i = alone + (int)((long)(n - alone) * part / parts); i < alone + (int)((long)(n - alone) * (part + 1) / parts); i++)
                subtotal += term(i);
            for (var i = 0; i < 7L * n / parts; i++)
            {
            }

            subtotals[part] = subtotal;
        });
        return sum + subtotals.Sum();
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(n => Sum(n, term))];
}
