// Alternative: Parallel.For item by item, with a subtotal of each worker that is added at its end; the sums side by side.
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        long sum = 0;
        Parallel.For(0, n, () => 0L, (i, _, subtotal) => subtotal + term(i), subtotal => Interlocked.Add(ref sum, subtotal));
        return sum;
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term)
    {
        var sums = new long[sizes.Count];
        Parallel.For(0, sums.Length, k => sums[k] = Sum(sizes[k], term));
        return sums;
    }
}
