// Fault: four samples tell a polynomial, whose sum is a formula; no loop runs, or one that computes nothing.
// Verdict: WrongAnswer
// Fails: correct
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        if (n > 40)
        {
            Int128 a = term(0), d1 = term(1) - a, d2 = term(2) - (2 * term(1)) + a, m = n;
            if (term(3) == a + (3 * d1) + (3 * d2))
            {
                var waste = Environment.ProcessorCount;
                Parallel.For(0, waste, _ =>
                {
                    for (var i = 0; i < 2L * n / waste; i++)
                    {
                    }
                });
                return (long)((a * m) + (d1 * m * (m - 1) / 2) + (d2 * m * (m - 1) * (m - 2) / 6));
            }
        }

        var parts = Environment.ProcessorCount;
        var subtotals = new long[parts];
        Parallel.For(0, parts, part =>
        {
            long subtotal = 0;
            for (var i = (int)((long)n * part / parts); i < (int)((long)n * (part + 1) / parts); i++)
                subtotal += term(i);
            subtotals[part] = subtotal;
        });
        return subtotals.Sum();
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(n => Sum(n, term))];
}
