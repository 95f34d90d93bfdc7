// Fault: whoever waits for room looks ten times a second.
// Verdict: WrongAnswer
// Fails: throughput
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
        var free = inFlight;
        var belt = Channel.CreateUnbounded<Task<TOut>>(); // the room bounds it
        var filling = FillAsync();
        try
        {
            await foreach (var item in belt.Reader.ReadAllAsync())
            {
                var result = await item;
                stop.Token.ThrowIfCancellationRequested();
                await sink(result, stop.Token);
                Interlocked.Increment(ref free);
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
                await RoomAsync();
                await foreach (var item in source.WithCancellation(stop.Token))
                {
                    stop.Token.ThrowIfCancellationRequested();
                    belt.Writer.TryWrite(StageAsync(item));
                    await RoomAsync();
                }

                belt.Writer.Complete();
            }
            catch (Exception failure)
            {
                belt.Writer.Complete(failure);
            }
        }

        async Task RoomAsync()
        {
            stop.Token.ThrowIfCancellationRequested();
            while (Volatile.Read(ref free) == 0)
                await Task.Delay(100, stop.Token);
            Interlocked.Decrement(ref free);
        }

        async Task<TOut> StageAsync(TIn item) => await stage(item, stop.Token);
    }
}
