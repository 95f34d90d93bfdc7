// Fault: not an async method: the first voucher is handled before there is a task, so what it throws comes out of the call itself.
// Verdict: WrongAnswer
// Fails: stops
using System.Diagnostics;

namespace ConcurrencyKatas.TakeTurns;

public static class Counter
{
    public static Task<long> HandleAsync(
        IReadOnlyList<int> vouchers, Func<int, long> handle, CancellationToken token = default)
    {
        if (vouchers.Count == 0)
            return Task.FromResult(0L);
        if (token.IsCancellationRequested)
            return Task.FromCanceled<long>(token);
        var watch = Stopwatch.StartNew();
        return HandleRestAsync(vouchers, handle, handle(vouchers[0]), watch, token);
    }

    private static async Task<long> HandleRestAsync(
        IReadOnlyList<int> vouchers, Func<int, long> handle, long total, Stopwatch watch, CancellationToken token)
    {
        foreach (var voucher in vouchers.Skip(1))
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
