// Alternative: threads that stride through the indices, each adding its subtotal once, under a lock.
namespace ConcurrencyKatas.ParallelSum;

public static class Summation
{
    public static long Sum(int n, Func<int, long> term)
    {
        var total = new Total();
        var threads = new Thread[Environment.ProcessorCount];
        for (var t = 0; t < threads.Length; t++)
        {
            var first = t;
            threads[t] = new Thread(() =>
            {
                var subtotal = 0L;
                for (var i = first; i < n; i += threads.Length)
                    subtotal += term(i);
                total.Add(subtotal);
            });
            threads[t].Start();
        }

        foreach (var thread in threads)
            thread.Join();
        return total.Value;
    }

    private sealed class Total
    {
        private readonly Lock _lock = new();

        public long Value { get; private set; }

        public void Add(long subtotal)
        {
            lock (_lock)
                Value += subtotal;
        }
    }

    public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) =>
        [.. sizes.Select(size => Sum(size, term))];
}
