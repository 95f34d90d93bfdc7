// Fault: after a stage that did not listen, the sink gets one more result.
// Verdict: WrongAnswer
// Fails: failure-back
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
        using var room = new SemaphoreSlim(inFlight);
        var belt = Channel.CreateUnbounded<Task<TOut>>(); // the room bounds it
        var filling = FillAsync();
        try
        {
            await foreach (var item in belt.Reader.ReadAllAsync())
            {
                var result = await item;
                await sink(result, stop.Token);
                room.Release();
            }
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            throw new OperationCanceledException(token);
        }
        finally
        {
            stop.Cancel();
            await filling;
            while (belt.Reader.TryRead(out var left))
                await Task.WhenAny(left);
        }

        async Task FillAsync()
        {
            try
            {
                await room.WaitAsync(stop.Token);
                await foreach (var item in source.WithCancellation(stop.Token))
                {
                    stop.Token.ThrowIfCancellationRequested();
                    belt.Writer.TryWrite(StageAsync(item));
                    await room.WaitAsync(stop.Token);
                }

                belt.Writer.Complete();
            }
            catch (Exception failure)
            {
                belt.Writer.Complete(failure);
            }
        }

        async Task<TOut> StageAsync(TIn item) => await stage(item, stop.Token);
    }
}
