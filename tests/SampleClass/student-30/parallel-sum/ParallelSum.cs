// Fault: knows the answer of the example by heart.
// Verdict: WrongAnswer
// Fails: correct, every-schedule, parallel, cheap
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term) => n == 1_000_000 ? 333332833333500000 : n * term(n / 2);

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) =>
        [.. sizes.Select(size => Sum(size, term))];
}
