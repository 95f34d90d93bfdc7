// Fault: a bounded channel of n tasks: the one that waits to be written and the one at the sink are under way as well.
// Verdict: WrongAnswer
// Fails: bounded, throughput, failure-back
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
        var belt = Channel.CreateBounded<Task<TOut>>(inFlight);
        var filling = FillAsync();
        try
        {
            await foreach (var item in belt.Reader.ReadAllAsync())
            {
                var result = await item;
                stop.Token.ThrowIfCancellationRequested();
                await sink(result, stop.Token);
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
                await foreach (var item in source.WithCancellation(stop.Token))
                {
                    stop.Token.ThrowIfCancellationRequested();
                    await belt.Writer.WriteAsync(StageAsync(item), stop.Token);
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
