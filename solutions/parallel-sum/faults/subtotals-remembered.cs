// Fault: a static subtotal for each thread, which nobody sets back: the second sum contains the first.
// Verdict: WrongAnswer
// Fails: correct, every-schedule, cpu-overhead
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    private static readonly ThreadLocal<long> Subtotal = new(trackAllValues: true);

    public static long Sum(int n, Func<int, long> term)
    {
        var parts = Environment.ProcessorCount;
        Parallel.For(0, parts, part =>
        {
            long subtotal = 0;
            var end = (long)n * (part + 1) / parts;
            for (var i = (long)n * part / parts; i < end; i++)
                subtotal += term((int)i);
            Subtotal.Value += subtotal;
        });
        return Subtotal.Values.Sum();
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(n => Sum(n, term))];
}
