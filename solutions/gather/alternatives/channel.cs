// Alternative: one channel that each one writes to when it has ended; the three methods read from it.
using System.Threading.Channels;

namespace ConcurrencyKatas.Gather;

public readonly record struct Outcome<T>(int Index, T? Value, Exception? Error);

public static class Combine
{
    public static async Task<T[]> AllAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        var results = new T[starts.Count];
        var failures = new SortedDictionary<int, IEnumerable<Exception>>();
        var cancelled = false;
        await foreach (var (index, task) in Send(starts).ReadAllAsync())
        {
            if (task.IsFaulted)
                failures[index] = task.Exception.InnerExceptions;
            else if (task.IsCanceled)
                cancelled = true;
            else
                results[index] = task.Result;
        }

        if (failures.Count > 0)
            throw new AggregateException(failures.Values.SelectMany(all => all));
        return cancelled ? throw new OperationCanceledException() : results;
    }

    public static async Task<Outcome<T>[]> OutcomesAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        var outcomes = new Outcome<T>[starts.Count];
        await foreach (var outcome in AsCompletedAsync(starts))
            outcomes[outcome.Index] = outcome;
        return outcomes;
    }

    public static async IAsyncEnumerable<Outcome<T>> AsCompletedAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        await foreach (var (index, task) in Send(starts).ReadAllAsync())
            yield return await OutcomeAsync(() => task, index);
    }

    private static ChannelReader<(int Index, Task<T> Task)> Send<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        var channel = Channel.CreateUnbounded<(int, Task<T>)>();
        var left = starts.Count;
        if (left == 0)
            channel.Writer.Complete();
        for (var i = 0; i < starts.Count; i++)
            _ = WriteAsync(i);
        return channel.Reader;

        async Task WriteAsync(int index)
        {
            var task = Begin(starts[index]);
            await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            channel.Writer.TryWrite((index, task));
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
