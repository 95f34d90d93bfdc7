// Fault: measures the first voucher and goes by the number from then on.
// Verdict: WrongAnswer
// Fails: gives-way, cheap
using System.Diagnostics;

namespace ConcurrencyKatas.TakeTurns;

public static class Counter
{
    public static async Task<long> HandleAsync(
        IReadOnlyList<int> vouchers, Func<int, long> handle, CancellationToken token = default)
    {
        var total = 0L;
        var every = 0L;
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < vouchers.Count; i++)
        {
            token.ThrowIfCancellationRequested();
            total += handle(vouchers[i]);
            if (every == 0)
                every = Math.Max(1, 50 / Math.Max(1, watch.ElapsedMilliseconds));
            if ((i + 1) % every == 0)
                await Task.Yield();
        }

        return total;
    }
}
