// Fault: n at once, and the next n when all of them have passed: the slowest of each batch holds the others up.
// Verdict: WrongAnswer
// Fails: throughput, failure-forward, failure-back
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
        var batch = new List<TIn>();
        await foreach (var item in source.WithCancellation(token))
        {
            batch.Add(item);
            if (batch.Count == inFlight)
                await PassAsync();
        }

        await PassAsync();

        async Task PassAsync()
        {
            foreach (var result in await Task.WhenAll(batch.Select(item => stage(item, token))))
                await sink(result, token);
            batch.Clear();
        }
    }
}
