// Fault: a chain of async methods that never wait for anything is one long call.
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
            total += await HandleOneAsync(voucher);
        return total;

        async Task<long> HandleOneAsync(int voucher)
        {
            token.ThrowIfCancellationRequested();
            return await Task.FromResult(handle(voucher));
        }
    }
}
