// Fault: adds the subtotals under a lock that nobody else ever takes.
// Verdict: DataRace
// Fails: every-schedule
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        long sum = 0;
        Parallel.For(0, n, () => 0L, (i, _, subtotal) => subtotal + term(i), subtotal =>
        {
            lock (new object())
                sum += subtotal;
        });
        return sum;
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) =>
        [.. sizes.Select(size => Sum(size, term))];
}
