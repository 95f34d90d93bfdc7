// Fault: keeps the sum and the watch in static fields: every call adds to those of all others.
// Verdict: DataRace
// Fails: stays-on-the-loop, complete
using System.Diagnostics;

namespace ConcurrencyKatas.TakeTurns;

public static class Counter
{
    private static readonly Stopwatch Watch = new();
    private static long _total;

    public static async Task<long> HandleAsync(
        IReadOnlyList<int> vouchers, Func<int, long> handle, CancellationToken token = default)
    {
        _total = 0;
        Watch.Restart();
        foreach (var voucher in vouchers)
        {
            if (Watch.ElapsedMilliseconds >= 50)
            {
                await Task.Yield();
                Watch.Restart();
            }

            token.ThrowIfCancellationRequested();
            _total += handle(voucher);
        }

        return _total;
    }
}
