// Fault: comes back wherever it likes: from the first turn on, the vouchers are handled on the pool.
// Verdict: WrongAnswer
// Fails: stays-on-the-loop, cheap
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
                await Task.Delay(1, CancellationToken.None).ConfigureAwait(false);
                watch.Restart();
            }

            token.ThrowIfCancellationRequested();
            total += handle(voucher);
        }

        return total;
    }
}
