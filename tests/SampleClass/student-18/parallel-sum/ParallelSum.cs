// Fault: starts the threads and returns the sum without waiting for them.
// Verdict: WrongAnswer
// Fails: correct, every-schedule
using System.Runtime.CompilerServices;

namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        var parts = Environment.ProcessorCount;
        var sum = new StrongBox<long>();
        for (var part = 0; part < parts; part++)
        {
            var (start, end) = ((int)((long)n * part / parts), (int)((long)n * (part + 1) / parts));
            new Thread(() => Interlocked.Add(ref sum.Value, SumOf(start, end, term))).Start();
        }

        return sum.Value;
    }

    private static long SumOf(int start, int end, Func<int, long> term)
    {
        long sum = 0;
        for (var i = start; i < end; i++)
            sum += term(i);
        return sum;
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) =>
        [.. sizes.Select(size => Sum(size, term))];
}
