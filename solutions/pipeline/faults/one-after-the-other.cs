// Fault: right, and sequential: nothing overlaps.
// Verdict: WrongAnswer
// Fails: throughput
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
        try
        {
            token.ThrowIfCancellationRequested();
            await foreach (var item in source.WithCancellation(token))
            {
                token.ThrowIfCancellationRequested();
                var result = await stage(item, token);
                token.ThrowIfCancellationRequested();
                await sink(result, token);
                token.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            throw new OperationCanceledException(token);
        }
    }
}
