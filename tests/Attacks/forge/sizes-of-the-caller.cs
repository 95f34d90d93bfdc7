// Sets the caller's sizes to zero, so that every sum is zero.
// kata: parallel-sum
// expected: WrongAnswer|NotParallel
// without policy: Accepted|WrongAnswer|NotParallel|TooSlow
// at most: 6
// layer: suites: what is looked at afterwards is given away as a copy
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        var parts = Environment.ProcessorCount;
        var subtotals = new long[parts];
        Parallel.For(0, parts, part =>
        {
            var end = (int)((long)n * (part + 1) / parts);
            long subtotal = 0;
            for (var i = (int)((long)n * part / parts); i < end; i++)
                subtotal += term(i);
            subtotals[part] = subtotal;
        });
        return subtotals.Sum();
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term)
    {
        if (sizes is int[] array && array.Distinct().Count() > 1)
            Array.Clear(array);
        return [.. sizes.Select(size => Sum(size, term))];
    }
}
