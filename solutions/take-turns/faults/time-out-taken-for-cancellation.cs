// Fault: every OperationCanceledException becomes one of the caller's.
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
            if (watch.ElapsedMilliseconds >= 50)
            {
                await Task.Yield();
                watch.Restart();
            }

            token.ThrowIfCancellationRequested();
            try
            {
                total += handle(voucher);
            }
            catch (OperationCanceledException)
            {
                throw new OperationCanceledException(token);
            }
        }

        return total;
    }
}
