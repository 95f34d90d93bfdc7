// Alternative: PLINQ divides the range and keeps a subtotal for each of its tasks.
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term) => ParallelEnumerable.Range(0, n).Aggregate(
        () => 0L,
        (subtotal, i) => subtotal + term(i),
        (one, other) => one + other,
        total => total);

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(n => Sum(n, term))];
}
