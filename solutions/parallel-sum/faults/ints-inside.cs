// Fault: the subtotal is an int, which large terms do not fit into.
// Verdict: WrongAnswer
// Fails: correct
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        var parts = Environment.ProcessorCount;
        var subtotals = new int[parts];
        Parallel.For(0, parts, part =>
        {
            var subtotal = 0;
            for (var i = (int)((long)n * part / parts); i < (int)((long)n * (part + 1) / parts); i++)
                subtotal += (int)term(i);
            subtotals[part] = subtotal;
        });
        return subtotals.Sum(subtotal => (long)subtotal);
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(n => Sum(n, term))];
}
