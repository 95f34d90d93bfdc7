// Fault: posts every voucher as a callback of its own: too many turns, and nobody stops them.
// Verdict: WrongAnswer
// Fails: gives-way, cheap, stops
namespace ConcurrencyKatas.TakeTurns;

public static class Counter
{
    public static async Task<long> HandleAsync(
        IReadOnlyList<int> vouchers, Func<int, long> handle, CancellationToken token = default)
    {
        var loop = SynchronizationContext.Current!;
        var worths = new List<Task<long>>();
        foreach (var voucher in vouchers)
        {
            var worth = new TaskCompletionSource<long>();
            worths.Add(worth.Task);
            loop.Post(_ => Handle(voucher, worth), null);
        }

        return (await Task.WhenAll(worths)).Sum();

        void Handle(int voucher, TaskCompletionSource<long> worth)
        {
            try
            {
                token.ThrowIfCancellationRequested();
                worth.SetResult(handle(voucher));
            }
            catch (Exception exception)
            {
                worth.SetException(exception);
            }
        }
    }
}
