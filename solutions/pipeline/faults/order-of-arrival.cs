// Fault: the stages write their results to the belt when they are done: whoever is fast overtakes.
// Verdict: WrongAnswer
// Fails: throughput, order, failure-forward, failure-back
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
        var belt = Channel.CreateUnbounded<TOut>();
        var filling = FillAsync();
        await foreach (var result in belt.Reader.ReadAllAsync(token))
        {
            await sink(result, token);
            room.Release();
        }

        await filling;

        async Task FillAsync()
        {
            try
            {
                var stages = new List<Task>();
                await room.WaitAsync(token);
                await foreach (var item in source.WithCancellation(token))
                {
                    stages.Add(StageAsync(item));
                    await room.WaitAsync(token);
                }

                await Task.WhenAll(stages);
                belt.Writer.Complete();
            }
            catch (Exception failure)
            {
                belt.Writer.Complete(failure);
            }
        }

        async Task StageAsync(TIn item) => belt.Writer.TryWrite(await stage(item, token));
    }
}
