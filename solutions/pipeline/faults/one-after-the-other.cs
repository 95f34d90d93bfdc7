// Fault: right, and sequential: nothing overlaps.
// Verdict: WrongAnswer
// Fails: throughput
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
        ExceptionDispatchInfo? stopped = null;
        try
        {
            token.ThrowIfCancellationRequested();
            await foreach (var item in source.WithCancellation(token))
            {
                try
                {
                    token.ThrowIfCancellationRequested();
                    var result = await stage(item, token);
                    token.ThrowIfCancellationRequested();
                    await sink(result, token);
                    token.ThrowIfCancellationRequested();
                }
                catch (Exception failure)
                {
                    stopped = ExceptionDispatchInfo.Capture(token.IsCancellationRequested ? new OperationCanceledException(token) : failure);
                    break;
                }
            }
        }
        catch (Exception) when (stopped is not null)
        {
            // What the source throws when it is disposed after that changes nothing.
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            throw new OperationCanceledException(token);
        }

        stopped?.Throw();
    }
}
