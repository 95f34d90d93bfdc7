// Fault: the terms are computed on all cores, and one core then looks through them, over and over.
// Verdict: NotParallel
// Fails: parallel
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        var terms = new long[n];
        var parts = Environment.ProcessorCount;
        Parallel.For(0, parts, part =>
        {
            for (var i = (int)((long)n * part / parts); i < (int)((long)n * (part + 1) / parts); i++)
                terms[i] = term(i);
        });
        for (var round = 0; round < 12; round++)
        {
            if (terms.AsSpan().IndexOf(long.MinValue) >= 0)
                throw new OverflowException();
        }

        return terms.Sum();
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(n => Sum(n, term))];
}
