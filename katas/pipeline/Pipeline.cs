using System.Threading.Channels;

namespace ConcurrencyKatas.Pipeline;

/// <summary>Moves items from a source through a stage into a sink.</summary>
public static class Conveyor
{
    /// <summary>
    /// Takes every item from <paramref name="source"/>, sends it through <paramref name="stage"/>, and hands the results to
    /// <paramref name="sink"/>, one at a time and in the order of the source.
    /// </summary>
    /// <typeparam name="TIn">What comes out of the source.</typeparam>
    /// <typeparam name="TOut">What the stage makes of it.</typeparam>
    /// <param name="source">Where the items come from. It is opened once, asked for one item at a time, and disposed once.</param>
    /// <param name="stage">What is done to each item, to several side by side. It may fail, at once or later.</param>
    /// <param name="sink">Where the results go. It may fail, at once or later.</param>
    /// <param name="inFlight">How many items may have left the source without having passed the sink; 1 or more.</param>
    /// <param name="token">Once it is cancelled, nothing new begins. The tokens of source, stages and sink are cancelled too.</param>
    /// <returns>Completes when everything that was started has ended and the source has been disposed.</returns>
    /// <exception cref="Exception">What the source, a stage or the sink threw; of several failures, the first in the order of the source.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before a failure stopped the call; it carries that token.</exception>
    public static async Task RunAsync<TIn, TOut>(
        IAsyncEnumerable<TIn> source,
        Func<TIn, CancellationToken, Task<TOut>> stage,
        Func<TOut, CancellationToken, Task> sink,
        int inFlight,
        CancellationToken token = default)
    {
        var belt = Channel.CreateUnbounded<TOut>();
        await Task.WhenAll(FillAsync(), EmptyAsync());

        async Task FillAsync()
        {
            await foreach (var item in source)
                await belt.Writer.WriteAsync(await stage(item, token), token);
            belt.Writer.Complete();
        }

        async Task EmptyAsync()
        {
            await foreach (var result in belt.Reader.ReadAllAsync(token))
                await sink(result, token);
        }
    }
}
