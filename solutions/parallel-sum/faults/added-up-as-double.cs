// Fault: the subtotals are doubles: large sums lose their last digits.
// Verdict: WrongAnswer
// Fails: correct, cpu-overhead
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        var parts = Environment.ProcessorCount;
        var subtotals = new double[parts];
        Parallel.For(0, parts, part =>
        {
            var subtotal = 0.0;
            var end = (long)n * (part + 1) / parts;
            for (var i = (long)n * part / parts; i < end; i++)
                subtotal += term((int)i);
            subtotals[part] = subtotal;
        });
        return (long)subtotals.Sum();
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(n => Sum(n, term))];
}
