// Fault: one watch for all calls, so that a call on another loop restarts it.
// Verdict: DataRace
// Fails: stays-on-the-loop
using System.Diagnostics;

namespace ConcurrencyKatas.TakeTurns;

public static class Counter
{
    private static readonly Stopwatch Watch = new();

    public static async Task<long> HandleAsync(
        IReadOnlyList<int> vouchers, Func<int, long> handle, CancellationToken token = default)
    {
        Watch.Restart();
        var total = 0L;
        foreach (var voucher in vouchers)
        {
            if (Watch.ElapsedMilliseconds >= 50)
            {
                await Task.Yield();
                Watch.Restart();
            }

            token.ThrowIfCancellationRequested();
            total += handle(voucher);
        }

        return total;
    }
}
