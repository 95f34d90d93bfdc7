// Fault: Thread.Yield and Sleep(0) give way to other threads; the loop has only this one.
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
                Thread.Yield();
                Thread.Sleep(0);
                watch.Restart();
            }

            token.ThrowIfCancellationRequested();
            total += handle(voucher);
        }

        await Task.CompletedTask;
        return total;
    }
}
