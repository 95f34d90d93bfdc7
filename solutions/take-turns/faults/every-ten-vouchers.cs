// Fault: gives way after every tenth voucher, whatever they take.
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
            if (i > 0 && i % 10 == 0)
                await Task.Yield();
            token.ThrowIfCancellationRequested();
            total += handle(vouchers[i]);
        }

        return total;
    }
}
