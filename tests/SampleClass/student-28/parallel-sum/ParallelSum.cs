// Fault: the sums come in the order in which they were finished.
// Verdict: WrongAnswer
// Fails: correct, every-schedule
using System.Collections.Concurrent;

namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        long sum = 0;
        Parallel.For(0, n, () => 0L, (i, _, subtotal) => subtotal + term(i), subtotal => Interlocked.Add(ref sum, subtotal));
        return sum;
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term)
    {
        var sums = new ConcurrentQueue<long>();
        Parallel.ForEach(sizes, size => sums.Enqueue(Sum(size, term)));
        return [.. sums];
    }
}
