// Fault: the list of sums is divided among the cores, and a single sum is not.
// Verdict: NotParallel
// Fails: parallel, cheap, cpu-overhead
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
            sum += term(i);
        return sum;
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term)
    {
        var sums = new long[sizes.Count];
        Parallel.For(0, sums.Length, k => sums[k] = Sum(sizes[k], term));
        return sums;
    }
}
