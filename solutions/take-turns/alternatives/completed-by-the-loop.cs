// Alternative: awaits a task that a callback at the end of the loop's queue completes.
namespace ConcurrencyKatas.TakeTurns;

public static class Counter
{
    public static async Task<long> HandleAsync(
        IReadOnlyList<int> vouchers, Func<int, long> handle, CancellationToken token = default)
    {
        var total = 0L;
        var since = DateTime.UtcNow;
        foreach (var voucher in vouchers)
        {
            if (DateTime.UtcNow - since >= TimeSpan.FromMilliseconds(50))
            {
                var turn = new TaskCompletionSource();
                SynchronizationContext.Current!.Post(_ => turn.SetResult(), null);
                await turn.Task;
                since = DateTime.UtcNow;
            }

            token.ThrowIfCancellationRequested();
            total += handle(voucher);
        }

        return total;
    }
}
