// Fault: each item waits until the one before it has begun at the sink, not until it is through.
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
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        using var room = new SemaphoreSlim(inFlight);
        var under = new List<Task>();
        var before = Task.CompletedTask;
        await room.WaitAsync(token);
        await foreach (var item in source.WithCancellation(token))
        {
            var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            under.Add(PassAsync(item, before, begun));
            before = begun.Task;
            await room.WaitAsync(token);
        }

        await Task.WhenAll(under);

        async Task PassAsync(TIn item, Task previous, TaskCompletionSource begun)
        {
            var result = await stage(item, token);
            await previous;
            begun.SetResult();
            await sink(result, token);
            room.Release();
        }
    }
}
