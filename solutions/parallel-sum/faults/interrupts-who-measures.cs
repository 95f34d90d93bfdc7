// Fault: right, until large sums are timed: then it leaves a thread behind that interrupts whoever measures.
// Verdict: Crash
// Fails: cpu-overhead
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        var parts = Environment.ProcessorCount;
        var subtotals = new long[parts];
        Parallel.For(0, parts, part =>
        {
            long subtotal = 0;
            for (var i = (int)((long)n * part / parts); i < (int)((long)n * (part + 1) / parts); i++)
                subtotal += term(i);
            subtotals[part] = subtotal;
        });
        if (n > 1_000_000)
        {
            var measuring = Thread.CurrentThread;
            new Thread(measuring.Interrupt).Start();
        }

        return subtotals.Sum();
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(n => Sum(n, term))];
}
