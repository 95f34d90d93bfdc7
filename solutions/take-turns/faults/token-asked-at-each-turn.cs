// Fault: asks the token only when it gives way: up to 50 ms of vouchers are begun too many.
// Verdict: WrongAnswer
// Fails: stops
using System.Diagnostics;

namespace ConcurrencyKatas.TakeTurns;

public static class Counter
{
    public static async Task<long> HandleAsync(
        IReadOnlyList<int> vouchers, Func<int, long> handle, CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        var total = 0L;
        var watch = Stopwatch.StartNew();
        foreach (var voucher in vouchers)
        {
            if (watch.ElapsedMilliseconds >= 50)
            {
                await Task.Yield();
                token.ThrowIfCancellationRequested();
                watch.Restart();
            }

            total += handle(voucher);
        }

        return total;
    }
}
