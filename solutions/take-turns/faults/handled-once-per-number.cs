// Fault: remembers what a number is worth: a voucher that comes twice is handled once.
// Verdict: WrongAnswer
// Fails: complete
using System.Diagnostics;

namespace ConcurrencyKatas.TakeTurns;

public static class Counter
{
    public static async Task<long> HandleAsync(
        IReadOnlyList<int> vouchers, Func<int, long> handle, CancellationToken token = default)
    {
        var total = 0L;
        var watch = Stopwatch.StartNew();
        var known = new Dictionary<int, long>();
        foreach (var voucher in vouchers)
        {
            if (watch.ElapsedMilliseconds >= 50)
            {
                await Task.Yield();
                watch.Restart();
            }

            token.ThrowIfCancellationRequested();
            if (!known.TryGetValue(voucher, out var worth))
                known[voucher] = worth = handle(voucher);
            total += worth;
        }

        return total;
    }
}
