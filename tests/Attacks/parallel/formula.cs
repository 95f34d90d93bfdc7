// A few terms tell a polynomial, whose sum is a formula; nothing is added up.
// kata: parallel-sum
// expected: WrongAnswer|NotParallel|TooSlow
// without policy: Accepted|WrongAnswer|NotParallel|TooSlow
// at most: 8
// layer: suite: terms that no formula knows, work is bounded from below
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        if (n < 8)
        {
            long sum = 0;
            for (var i = 0; i < n; i++)
                sum += term(i);
            return sum;
        }

        long a = term(0), b = term(1) - a, c = term(2) - (2 * term(1)) + a;
        return (a * n) + (b * n * (n - 1L) / 2) + (c * n * (n - 1L) * (n - 2L) / 6);
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(size => Sum(size, term))];
}
