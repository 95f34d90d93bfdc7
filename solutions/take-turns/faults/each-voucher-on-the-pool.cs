// Fault: hands each voucher to the pool and awaits it: the loop is free, and the vouchers are elsewhere.
// Verdict: WrongAnswer
// Fails: gives-way, stays-on-the-loop, cheap
namespace ConcurrencyKatas.TakeTurns;

public static class Counter
{
    public static async Task<long> HandleAsync(
        IReadOnlyList<int> vouchers, Func<int, long> handle, CancellationToken token = default)
    {
        var total = 0L;
        foreach (var voucher in vouchers)
        {
            token.ThrowIfCancellationRequested();
            total += await Task.Run(() => handle(voucher));
        }

        return total;
    }
}
