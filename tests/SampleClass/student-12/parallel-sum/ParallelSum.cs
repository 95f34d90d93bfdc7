// Fault: starts a task for each part and waits for it before the next one is started.
// Verdict: NotParallel
// Fails: parallel
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        var parts = Environment.ProcessorCount;
        return Enumerable.Range(0, parts)
            .Select(part => Task.Run(() => SumOf((int)((long)n * part / parts), (int)((long)n * (part + 1) / parts), term)))
            .Sum(task => task.Result);
    }

    private static long SumOf(int start, int end, Func<int, long> term)
    {
        long sum = 0;
        for (var i = start; i < end; i++)
            sum += term(i);
        return sum;
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) =>
        [.. sizes.Select(size => Sum(size, term))];
}
