// Alternative: Environment.TickCount64, and an awaitable that posts its continuation to the loop.
using System.Runtime.CompilerServices;

namespace ConcurrencyKatas.TakeTurns;

public static class Counter
{
    public static async Task<long> HandleAsync(
        IReadOnlyList<int> vouchers, Func<int, long> handle, CancellationToken token = default)
    {
        var total = 0L;
        var since = Environment.TickCount64;
        for (var i = 0; i < vouchers.Count; i++)
        {
            token.ThrowIfCancellationRequested();
            total += handle(vouchers[i]);
            if (i + 1 < vouchers.Count && Environment.TickCount64 - since >= 50)
            {
                await default(Turn);
                since = Environment.TickCount64;
            }
        }

        return total;
    }

    private readonly struct Turn : INotifyCompletion
    {
        public bool IsCompleted => false;

        public Turn GetAwaiter() => this;

        public void OnCompleted(Action continuation) => SynchronizationContext.Current!.Post(_ => continuation(), null);

        public void GetResult()
        {
        }
    }
}
