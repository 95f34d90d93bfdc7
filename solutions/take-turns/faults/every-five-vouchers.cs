// Fault: gives way after every fifth voucher: right for 10 ms, and for nothing else.
// Verdict: WrongAnswer
// Fails: gives-way, cheap
namespace ConcurrencyKatas.TakeTurns;

public static class Counter
{
    public static async Task<long> HandleAsync(
        IReadOnlyList<int> vouchers, Func<int, long> handle, CancellationToken token = default)
    {
        var total = 0L;
        for (var i = 0; i < vouchers.Count; i++)
        {
            token.ThrowIfCancellationRequested();
            total += handle(vouchers[i]);
            if (i % 5 == 4)
                await Task.Yield();
        }

        return total;
    }
}
