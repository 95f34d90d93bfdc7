// Fault: joins all threads but the last: its subtotal may be missing.
// Verdict: WrongAnswer
// Fails: correct, every-schedule, cpu-overhead
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        var c = Environment.ProcessorCount;
        long total = 0;
        var threads = new List<Thread>();
        for (var k = 0; k < c; k++)
        {
            int from = (int)((long)n * k / c), to = (int)((long)n * (k + 1) / c);
            var t = new Thread(() => { var s = 0L; for (var i = from; i < to; i++) s += term(i); Interlocked.Add(ref total, s); });
            t.Start();
            threads.Add(t);
        }
        for (var k = 0; k < c - 1; k++) threads[k].Join();
        return Interlocked.Read(ref total);
    }
    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(n => Sum(n, term))];
}
