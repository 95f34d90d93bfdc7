// Fault: all workers add to one variable, and nothing orders them.
// Verdict: DataRace
// Fails: correct, every-schedule, cheap
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        long sum = 0;
        Parallel.For(0, n, i => sum += term(i));
        return sum;
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) =>
        [.. sizes.Select(size => Sum(size, term))];
}
