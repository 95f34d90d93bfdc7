// Alternative: a bounded channel of places: one is taken before the source is asked, and given back after the sink.
using System.Runtime.ExceptionServices;
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
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        var room = Channel.CreateBounded<bool>(inFlight);
        var belt = Channel.CreateUnbounded<Task<TOut>>();
        var emptying = EmptyAsync();
        Exception? failure = null;
        try
        {
            await room.Writer.WriteAsync(true, stop.Token);
            await foreach (var item in source.WithCancellation(stop.Token))
            {
                stop.Token.ThrowIfCancellationRequested();
                await belt.Writer.WriteAsync(StageAsync(item), CancellationToken.None);
                await room.Writer.WriteAsync(true, stop.Token);
            }
        }
        catch (Exception caught)
        {
            failure = token.IsCancellationRequested ? new TaskCanceledException("stopped", null, token) : caught;
        }

        belt.Writer.Complete();
        await emptying;
        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);

        async Task EmptyAsync()
        {
            try
            {
                while (await belt.Reader.WaitToReadAsync(CancellationToken.None))
                {
                    var result = await await belt.Reader.ReadAsync(CancellationToken.None);
                    stop.Token.ThrowIfCancellationRequested();
                    await sink(result, stop.Token);
                    await room.Reader.ReadAsync(CancellationToken.None);
                }
            }
            catch
            {
                var cancelled = token.IsCancellationRequested;
                stop.Cancel();
                await foreach (var left in belt.Reader.ReadAllAsync(CancellationToken.None))
                    await Task.WhenAny(left);
                if (cancelled)
                    throw new TaskCanceledException("stopped", null, token);
                throw;
            }
        }

        async Task<TOut> StageAsync(TIn item) => await stage(item, stop.Token);
    }
}
