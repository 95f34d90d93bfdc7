// Fault: a channel that is never completed: read once by count, and whoever reads again waits for ever.
// Verdict: Deadlock
// Fails: as-completed
using System.Threading.Channels;

namespace ConcurrencyKatas.Gather;

public readonly record struct Outcome<T>(int Index, T? Value, Exception? Error);

public static class Combine
{
    public static async Task<T[]> AllAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        var all = Task.WhenAll(starts.Select(Begin));
        try
        {
            return await all;
        }
        catch when (all.Exception is { } failures)
        {
            throw failures;
        }
    }

    public static Task<Outcome<T>[]> OutcomesAsync<T>(IReadOnlyList<Func<Task<T>>> starts) => Task.WhenAll(starts.Select(OutcomeAsync));

    public static IAsyncEnumerable<Outcome<T>> AsCompletedAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        var channel = Channel.CreateUnbounded<Outcome<T>>();
        for (var i = 0; i < starts.Count; i++)
            _ = WriteAsync(i);
        return ReadAsync();

        async Task WriteAsync(int index) => channel.Writer.TryWrite(await OutcomeAsync(starts[index], index));

        async IAsyncEnumerable<Outcome<T>> ReadAsync()
        {
            for (var i = 0; i < starts.Count; i++)
                yield return await channel.Reader.ReadAsync();
        }
    }

    private static Task<T> Begin<T>(Func<Task<T>> start)
    {
        try
        {
            return start();
        }
        catch (OperationCanceledException)
        {
            return Task.FromCanceled<T>(new CancellationToken(canceled: true));
        }
        catch (Exception failure)
        {
            return Task.FromException<T>(failure);
        }
    }

    private static async Task<Outcome<T>> OutcomeAsync<T>(Func<Task<T>> start, int index)
    {
        try
        {
            return new(index, await start(), null);
        }
        catch (Exception error)
        {
            return new(index, default, error);
        }
    }
}
