// Fault: gives way inside, and waits outside, on the only thread.
// Verdict: Deadlock
// Fails: *
using System.Diagnostics;

namespace ConcurrencyKatas.TakeTurns;

public static class Counter
{
    public static Task<long> HandleAsync(
        IReadOnlyList<int> vouchers, Func<int, long> handle, CancellationToken token = default) =>
        Task.FromResult(HandleAllAsync(vouchers, handle, token).GetAwaiter().GetResult());

    private static async Task<long> HandleAllAsync(IReadOnlyList<int> vouchers, Func<int, long> handle, CancellationToken token)
    {
        await Task.Yield();
        var total = 0L;
        var watch = Stopwatch.StartNew();
        foreach (var voucher in vouchers)
        {
            if (watch.ElapsedMilliseconds >= 50)
            {
                await Task.Yield();
                watch.Restart();
            }

            token.ThrowIfCancellationRequested();
            total += handle(voucher);
        }

        return total;
    }
}
