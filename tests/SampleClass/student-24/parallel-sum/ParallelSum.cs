// Fault: a subtotal for each worker, but the subtotals are added to one variable with nothing to order them.
// Verdict: DataRace
// Fails: every-schedule
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        long sum = 0;
        Parallel.For(0, n, () => 0L, (i, _, subtotal) => subtotal + term(i), subtotal => sum += subtotal);
        return sum;
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) =>
        [.. sizes.Select(size => Sum(size, term))];
}
