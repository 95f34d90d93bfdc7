// Fault: awaits an empty task of the pool: it may be finished before anybody awaits it, and then nobody got a turn.
// Verdict: WrongAnswer
// Fails: gives-way, stays-on-the-loop
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
                await Task.Run(() => { }, CancellationToken.None);
                watch = Stopwatch.StartNew();
            }

            token.ThrowIfCancellationRequested();
            total += handle(voucher);
        }

        return total;
    }
}
