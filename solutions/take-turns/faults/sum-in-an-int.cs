// Fault: adds up in an int.
// Verdict: WrongAnswer
// Fails: complete
using System.Diagnostics;

namespace ConcurrencyKatas.TakeTurns;

public static class Counter
{
    public static async Task<long> HandleAsync(
        IReadOnlyList<int> vouchers, Func<int, long> handle, CancellationToken token = default)
    {
        var total = 0;
        var watch = Stopwatch.StartNew();
        foreach (var voucher in vouchers)
        {
            if (watch.ElapsedMilliseconds >= 50)
            {
                await Task.Yield();
                watch.Restart();
            }

            token.ThrowIfCancellationRequested();
            total += (int)handle(voucher);
        }

        return total;
    }
}
