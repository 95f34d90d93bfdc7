// Fault: gives way after every voucher, however short.
// Verdict: WrongAnswer
// Fails: cheap
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
            await Task.Yield();
        }

        return total;
    }
}
