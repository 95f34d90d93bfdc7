// Fault: the last one to end completes the source: an empty list has no last one.
// Verdict: Deadlock
// Fails: order, as-completed
using System.Threading.Channels;

namespace ConcurrencyKatas.Gather;

public readonly record struct Outcome<T>(int Index, T? Value, Exception? Error);

public static class Combine
{
    public static async Task<T[]> AllAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        var done = new TaskCompletionSource();
        Task<T>[] tasks = [.. starts.Select(Begin)];
        var left = tasks.Length;
        foreach (var task in tasks)
            _ = task.ContinueWith(_ => Interlocked.Decrement(ref left) == 0 && done.TrySetResult(), TaskScheduler.Default);
        await done.Task;
        var all = Task.WhenAll(tasks);
        return all.Exception is { } failures ? throw failures : await all;
    }

    public static Task<Outcome<T>[]> OutcomesAsync<T>(IReadOnlyList<Func<Task<T>>> starts) => Task.WhenAll(starts.Select(OutcomeAsync));

    public static async IAsyncEnumerable<Outcome<T>> AsCompletedAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        var channel = Channel.CreateUnbounded<Outcome<T>>();
        var left = starts.Count;
        for (var i = 0; i < starts.Count; i++)
            _ = WriteAsync(i);
        await foreach (var outcome in channel.Reader.ReadAllAsync())
            yield return outcome;

        async Task WriteAsync(int index)
        {
            channel.Writer.TryWrite(await OutcomeAsync(starts[index], index));
            if (Interlocked.Decrement(ref left) == 0)
                channel.Writer.Complete();
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
