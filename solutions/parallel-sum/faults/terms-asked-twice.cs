// Fault: each part is computed twice and compared, to be on the safe side.
// Verdict: WrongAnswer
// Fails: correct, parallel
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        var parts = Environment.ProcessorCount;
        var subtotals = new long[parts];
        Parallel.For(0, parts, part => subtotals[part] = Part(part) == Part(part) ? Part(part) : throw new InvalidOperationException());
        return subtotals.Sum();

        long Part(int part)
        {
            long subtotal = 0;
            for (var i = (int)((long)n * part / parts); i < (int)((long)n * (part + 1) / parts); i++)
                subtotal += term(i);
            return subtotal;
        }
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(n => Sum(n, term))];
}
