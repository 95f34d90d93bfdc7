// The terms are computed on all cores, and then one core sorts them.
// kata: parallel-sum
// expected: NotParallel|TooSlow|WrongAnswer|TimeLimit
// without policy: Accepted|NotParallel|TooSlow|WrongAnswer|TimeLimit
// at most: 6
// layer: engine: platform calls are charged by length
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
        if (n > 500)
            Alone(terms);
        return terms.Sum();
    }

    private static void Alone(long[] terms)
    {
        for (var k = 0; k < 3; k++)
        {
            Array.Reverse(terms);
            Array.Sort(terms);
        }
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(size => Sum(size, term))];
}
