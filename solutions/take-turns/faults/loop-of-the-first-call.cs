// Fault: keeps the loop of the first call for all others: the second loop waits for a thread that is not its own.
// Verdict: Deadlock
// Fails: stays-on-the-loop
using System.Diagnostics;

namespace ConcurrencyKatas.TakeTurns;

public static class Counter
{
    private static SynchronizationContext? _loop;

    public static async Task<long> HandleAsync(
        IReadOnlyList<int> vouchers, Func<int, long> handle, CancellationToken token = default)
    {
        Interlocked.CompareExchange(ref _loop, SynchronizationContext.Current, null);
        var total = 0L;
        var watch = Stopwatch.StartNew();
        foreach (var voucher in vouchers)
        {
            if (watch.ElapsedMilliseconds >= 50)
            {
                var turn = new TaskCompletionSource();
                Volatile.Read(ref _loop)!.Post(_ => turn.SetResult(), null);
                await turn.Task;
                watch.Restart();
            }

            token.ThrowIfCancellationRequested();
            total += handle(voucher);
        }

        return total;
    }
}
