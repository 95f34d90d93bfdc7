// Fault: two tasks, whatever the machine has: on more cores the others rest.
// Verdict: NotParallel
// Fails: parallel, cpu-overhead
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        var lower = Task.Run(() => Part(0, n / 2));
        var upper = Part(n / 2, n);
        return lower.Result + upper;

        long Part(int start, int end)
        {
            long subtotal = 0;
            for (var i = start; i < end; i++)
                subtotal += term(i);
            return subtotal;
        }
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(n => Sum(n, term))];
}
