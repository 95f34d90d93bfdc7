// Alternative: each stretch is a task on the scheduler of the loop.
using System.Diagnostics;

namespace ConcurrencyKatas.TakeTurns;

public static class Counter
{
    public static async Task<long> HandleAsync(
        IReadOnlyList<int> vouchers, Func<int, long> handle, CancellationToken token = default)
    {
        var scheduler = TaskScheduler.FromCurrentSynchronizationContext();
        var next = 0;
        var total = 0L;
        while (next < vouchers.Count)
            await Task.Factory.StartNew(Stretch, CancellationToken.None, TaskCreationOptions.None, scheduler);
        return total;

        void Stretch()
        {
            for (var watch = Stopwatch.StartNew(); next < vouchers.Count && watch.Elapsed.TotalMilliseconds < 50;)
            {
                token.ThrowIfCancellationRequested();
                total += handle(vouchers[next++]);
            }
        }
    }
}
