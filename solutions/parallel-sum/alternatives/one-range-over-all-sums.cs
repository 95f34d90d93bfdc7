// Alternative: all terms of all sums as one range, which is divided; each core adds up its share of every sum.
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term) => SumAll([n], term)[0];

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term)
    {
        var starts = new long[sizes.Count + 1];
        for (var k = 0; k < sizes.Count; k++)
            starts[k + 1] = starts[k] + sizes[k];

        var cores = Environment.ProcessorCount;
        var shares = new long[cores][];
        Parallel.For(0, cores, core =>
        {
            var share = new long[sizes.Count];
            var (from, to) = (starts[^1] * core / cores, starts[^1] * (core + 1) / cores);
            for (var k = 0; k < share.Length; k++)
            {
                long subtotal = 0;
                for (var i = Math.Max(from, starts[k]); i < Math.Min(to, starts[k + 1]); i++)
                    subtotal += term((int)(i - starts[k]));
                share[k] = subtotal;
            }

            shares[core] = share;
        });
        return [.. sizes.Select((_, k) => shares.Sum(share => share[k]))];
    }
}
