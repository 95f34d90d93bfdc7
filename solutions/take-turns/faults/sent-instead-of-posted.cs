// Fault: SynchronizationContext.Send calls at once: nobody in the queue comes before.
// Verdict: WrongAnswer
// Fails: gives-way, stays-on-the-loop, cheap
using System.Diagnostics;

namespace ConcurrencyKatas.TakeTurns;

public static class Counter
{
    public static async Task<long> HandleAsync(
        IReadOnlyList<int> vouchers, Func<int, long> handle, CancellationToken token = default)
    {
        var total = 0L;
        var watch = Stopwatch.StartNew();
        foreach (var voucher in vouchers)
        {
            if (watch.ElapsedMilliseconds >= 50)
            {
                var turn = new TaskCompletionSource();
                SynchronizationContext.Current!.Send(_ => turn.SetResult(), null);
                await turn.Task;
                watch.Restart();
            }

            token.ThrowIfCancellationRequested();
            total += handle(voucher);
        }

        return total;
    }
}
