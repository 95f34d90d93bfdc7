// Alternative: chunks of a thousand terms, whatever the machine has, and one addition for each.
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        const int size = 1_000;
        long sum = 0;
        Parallel.For(0, (n + size - 1) / size, chunk =>
        {
            long subtotal = 0;
            var end = Math.Min(n, (chunk + 1) * size);
            for (var i = chunk * size; i < end; i++)
                subtotal += term(i);
            Interlocked.Add(ref sum, subtotal);
        });
        return sum;
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(n => Sum(n, term))];
}
