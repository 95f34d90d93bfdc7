// Fault: moves the whole computation to the pool, where the vouchers do not belong.
// Verdict: WrongAnswer
// Fails: gives-way, stays-on-the-loop, cheap
namespace ConcurrencyKatas.TakeTurns;

public static class Counter
{
    public static Task<long> HandleAsync(
        IReadOnlyList<int> vouchers, Func<int, long> handle, CancellationToken token = default) =>
        Task.Run(() =>
        {
            var total = 0L;
            foreach (var voucher in vouchers)
            {
                token.ThrowIfCancellationRequested();
                total += handle(voucher);
            }

            return total;
        });
}
