// Fault: a task for every item: whoever starts them is the only one who is busy.
// Verdict: NotParallel
// Fails: parallel, cheap
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term) =>
        Task.WhenAll(Enumerable.Range(0, n).Select(i => Task.Run(() => term(i)))).GetAwaiter().GetResult().Sum();

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) =>
        [.. sizes.Select(size => Sum(size, term))];
}
