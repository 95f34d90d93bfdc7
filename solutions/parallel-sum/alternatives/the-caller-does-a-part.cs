// Alternative: threads for all parts but the last, which the caller does before it joins the others.
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        var cores = Environment.ProcessorCount;
        var subtotals = new long[cores];
        var others = Enumerable.Range(0, cores - 1).Select(core => new Thread(() => Part(core))).ToArray();
        foreach (var other in others)
            other.Start();
        Part(cores - 1);
        foreach (var other in others)
            other.Join();
        return subtotals.Sum();

        void Part(int core)
        {
            long subtotal = 0;
            for (var i = (int)((long)n * core / cores); i < (int)((long)n * (core + 1) / cores); i++)
                subtotal += term(i);
            subtotals[core] = subtotal;
        }
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(n => Sum(n, term))];
}
