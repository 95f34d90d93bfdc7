// Fault: the bounds are rounded fractions: some index is left out or counted twice.
// Verdict: WrongAnswer
// Fails: correct, cpu-overhead
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        var parts = Environment.ProcessorCount;
        var share = (int)Math.Round((double)n / parts);
        return Enumerable.Range(0, parts).AsParallel().WithDegreeOfParallelism(parts).Select(part =>
        {
            long subtotal = 0;
            for (var i = part * share; i < (part + 1) * share; i++)
                subtotal += term(i);
            return subtotal;
        }).Sum();
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(n => Sum(n, term))];
}
