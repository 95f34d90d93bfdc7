// Fault: takes a lock for every item.
// Verdict: TooSlow
// Fails: cheap
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        var gate = new Lock();
        long sum = 0;
        Parallel.For(0, n, i =>
        {
            var value = term(i);
            lock (gate)
                sum += value;
        });
        return sum;
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) =>
        [.. sizes.Select(size => Sum(size, term))];
}
