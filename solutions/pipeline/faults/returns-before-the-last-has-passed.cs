// Fault: the call ends when the source does; the sink is not awaited.
// Verdict: WrongAnswer
// Fails: throughput, order, failure-forward, failure-back
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
        var last = Task.CompletedTask;
        await room.WaitAsync(token);
        await foreach (var item in source.WithCancellation(token))
        {
            last = PassAsync(stage(item, token), last);
            await room.WaitAsync(token);
        }

        async Task PassAsync(Task<TOut> item, Task before)
        {
            var result = await item;
            await before;
            await sink(result, token);
            room.Release();
        }
    }
}
