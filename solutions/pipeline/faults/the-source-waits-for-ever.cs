// Fault: the sink fails, and nobody tells the one who waits for room: it waits for ever.
// Verdict: Deadlock
// Fails: failure-forward, failure-back
using System.Threading.Channels;

namespace ConcurrencyKatas.Pipeline;

public static class Conveyor
{
    public static async Task RunAsync<TIn, TOut>(
        IAsyncEnumerable<TIn> source,
        Func<TIn, CancellationToken, Task<TOut>> stage,
        Func<TOut, CancellationToken, Task> sink,
        int inFlight,
        CancellationToken token = default)
    {
        using var room = new SemaphoreSlim(inFlight);
        var belt = Channel.CreateUnbounded<Task<TOut>>();
        await Task.WhenAll(FillAsync(), EmptyAsync());

        async Task FillAsync()
        {
            try
            {
                await room.WaitAsync(token);
                await foreach (var item in source.WithCancellation(token))
                {
                    belt.Writer.TryWrite(StageAsync(item));
                    await room.WaitAsync(token);
                }
            }
            finally
            {
                belt.Writer.Complete();
            }
        }

        async Task EmptyAsync()
        {
            await foreach (var item in belt.Reader.ReadAllAsync(token))
            {
                await sink(await item, token);
                room.Release();
            }
        }

        async Task<TOut> StageAsync(TIn item) => await stage(item, token);
    }
}
