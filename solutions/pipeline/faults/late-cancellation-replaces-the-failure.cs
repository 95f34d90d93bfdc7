// Fault: asks the caller's token after the clean-up: whoever cancels meanwhile replaces the failure.
// Verdict: WrongAnswer
// Fails: failure-back
using System.Threading.Channels;
using System.Runtime.ExceptionServices;

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
        token.ThrowIfCancellationRequested();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        using var room = new SemaphoreSlim(inFlight);
        var belt = Channel.CreateUnbounded<Task<TOut>>();
        ExceptionDispatchInfo? failure = null;

        var feeding = FeedAsync();
        try
        {
            await foreach (var bottle in belt.Reader.ReadAllAsync(CancellationToken.None))
            {
                var result = await bottle;
                stop.Token.ThrowIfCancellationRequested();
                await sink(result, stop.Token);
                room.Release();
            }
        }
        catch (Exception e)
        {
            failure = ExceptionDispatchInfo.Capture(e);
            await stop.CancelAsync();
        }

        await feeding;
        while (belt.Reader.TryRead(out var left))
            await ((Task)left).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (failure is not null)
            token.ThrowIfCancellationRequested();
        failure?.Throw();

        async Task FeedAsync()
        {
            IAsyncEnumerator<TIn>? items = null;
            try
            {
                items = source.GetAsyncEnumerator(stop.Token);
                while (true)
                {
                    await room.WaitAsync(stop.Token);
                    if (!await items.MoveNextAsync())
                        break;
                    stop.Token.ThrowIfCancellationRequested();
                    belt.Writer.TryWrite(StageAsync(items.Current));
                }
            }
            catch (Exception e)
            {
                belt.Writer.TryWrite(Task.FromException<TOut>(e));
            }

            try
            {
                if (items is not null)
                    await items.DisposeAsync();
            }
            catch (Exception e)
            {
                belt.Writer.TryWrite(Task.FromException<TOut>(e));
            }

            belt.Writer.Complete();
        }

        async Task<TOut> StageAsync(TIn item) => await stage(item, stop.Token);
    }
}
