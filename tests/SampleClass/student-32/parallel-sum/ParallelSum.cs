// Fault: async and await, and one thing after another all the same.
// Verdict: NotParallel
// Fails: parallel
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term) => SumAsync(n, term).GetAwaiter().GetResult();

    private static async Task<long> SumAsync(int n, Func<int, long> term)
    {
        var parts = Environment.ProcessorCount;
        long sum = 0;
        for (var part = 0; part < parts; part++)
            sum += await PartAsync((int)((long)n * part / parts), (int)((long)n * (part + 1) / parts), term);
        return sum;
    }

    private static async Task<long> PartAsync(int start, int end, Func<int, long> term)
    {
        await Task.Yield();
        long sum = 0;
        for (var i = start; i < end; i++)
            sum += term(i);
        return sum;
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) =>
        [.. sizes.Select(size => Sum(size, term))];
}
