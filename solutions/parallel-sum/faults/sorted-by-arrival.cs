// Fault: the sums are put into a list as they are done.
// Verdict: WrongAnswer
// Fails: correct, every-schedule, cpu-overhead
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        var parts = Environment.ProcessorCount;
        var subtotals = new long[parts];
        Parallel.For(0, parts, part =>
        {
            long subtotal = 0;
            var end = (long)n * (part + 1) / parts;
            for (var i = (long)n * part / parts; i < end; i++)
                subtotal += term((int)i);
            subtotals[part] = subtotal;
        });
        return subtotals.Sum();
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term)
    {
        var sums = new List<long>();
        Parallel.ForEach(sizes, n =>
        {
            var sum = Sum(n, term);
            lock (sums)
                sums.Add(sum);
        });
        return [.. sums];
    }
}
