// Fault: awaits a task that is finished already, after each voucher.
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
            total += handle(voucher);
            await Task.CompletedTask;
        }

        return total;
    }
}
