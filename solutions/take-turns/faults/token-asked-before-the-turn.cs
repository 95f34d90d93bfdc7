// Fault: asks the token before it gives way, and not after: the others may have cancelled meanwhile.
// Verdict: WrongAnswer
// Fails: stops
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
            token.ThrowIfCancellationRequested();
            if (watch.ElapsedMilliseconds >= 50)
            {
                await Task.Yield();
                watch.Restart();
            }

            total += handle(voucher);
        }

        return total;
    }
}
