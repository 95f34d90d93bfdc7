// Alternative: each item waits for the end of the one before it; the chain of these waits is the order.
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
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        using var room = new SemaphoreSlim(inFlight);
        var under = new List<Task>();
        var last = Task.CompletedTask;
        Exception? failure = null;
        try
        {
            await room.WaitAsync(stop.Token);
            await foreach (var item in source.WithCancellation(stop.Token))
            {
                stop.Token.ThrowIfCancellationRequested();
                last = PassAsync(StageAsync(item), last);
                under.Add(last);
                await room.WaitAsync(stop.Token);
            }
        }
        catch (Exception caught)
        {
            failure = token.IsCancellationRequested ? new OperationCanceledException(token) : caught;
        }

        await Task.WhenAll(under).ContinueWith(_ => { }, TaskScheduler.Default);
        await last;
        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);

        async Task PassAsync(Task<TOut> item, Task before)
        {
            try
            {
                await before;
                var result = await item;
                stop.Token.ThrowIfCancellationRequested();
                await sink(result, stop.Token);
                room.Release();
            }
            catch
            {
                var cancelled = before.IsCompletedSuccessfully && token.IsCancellationRequested;
                stop.Cancel();
                await Task.WhenAny(item);
                if (cancelled)
                    throw new OperationCanceledException(token);
                throw;
            }
        }

        async Task<TOut> StageAsync(TIn item) => await stage(item, stop.Token);
    }
}
