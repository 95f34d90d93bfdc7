// Fault: reads the milliseconds of the watch's display: they begin anew each second.
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
        var watch = Stopwatch.StartNew();
        foreach (var voucher in vouchers)
        {
            if (watch.Elapsed.Milliseconds % 100 >= 50)
            {
                await Task.Yield();
            }

            token.ThrowIfCancellationRequested();
            total += handle(voucher);
        }

        return total;
    }
}
