// Fault: the parts are async lambdas in a Parallel.For, which does not wait for them.
// Verdict: WrongAnswer
// Fails: correct, every-schedule, cpu-overhead
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        var parts = Environment.ProcessorCount;
        long sum = 0;
        Parallel.For(0, parts, async part =>
        {
            await Task.Yield();
            long subtotal = 0;
            var end = (long)n * (part + 1) / parts;
            for (var i = (long)n * part / parts; i < end; i++)
                subtotal += term((int)i);
            Interlocked.Add(ref sum, subtotal);
        });
        return sum;
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(n => Sum(n, term))];
}
