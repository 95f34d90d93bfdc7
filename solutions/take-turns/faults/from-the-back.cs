// Fault: takes the vouchers from a stack: the last one comes first.
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
        var pile = new Stack<int>(vouchers);
        foreach (var voucher in pile)
        {
            if (watch.ElapsedMilliseconds >= 50)
            {
                await Task.Yield();
                watch.Restart();
            }

            token.ThrowIfCancellationRequested();
            total += handle(voucher);
        }

        return total;
    }
}
