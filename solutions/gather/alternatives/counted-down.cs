// Alternative: tasks first, then a count and a source; the continuation of each counts down, inside of its completion.
using System.Threading.Channels;

namespace ConcurrencyKatas.Gather;

public readonly record struct Outcome<T>(int Index, T? Value, Exception? Error);

public static class Combine
{
    public static async Task<T[]> AllAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        var tasks = new Task<T>[starts.Count];
        for (var i = 0; i < tasks.Length; i++)
            tasks[i] = Begin(starts[i]);
        var left = tasks.Length;
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (left == 0)
            end.SetResult();
        foreach (var task in tasks)
            _ = task.ContinueWith(_ => CountDown(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        await end.Task;

        var failures = tasks.Where(task => task.IsFaulted).SelectMany(task => task.Exception!.InnerExceptions).ToList();
        if (failures.Count > 0)
            throw new AggregateException(failures);
        if (tasks.Any(task => task.IsCanceled))
            throw new OperationCanceledException();
        return Array.ConvertAll(tasks, task => task.Result);

        void CountDown()
        {
            if (Interlocked.Decrement(ref left) == 0)
                end.SetResult();
        }
    }

    public static async Task<Outcome<T>[]> OutcomesAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        var outcomes = new Outcome<T>[starts.Count];
        await foreach (var outcome in AsCompletedAsync(starts))
            outcomes[outcome.Index] = outcome;
        return outcomes;
    }

    /// <summary>Everything is started by the call; a second reading ends at once.</summary>
    public static IAsyncEnumerable<Outcome<T>> AsCompletedAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        var outcomes = Channel.CreateUnbounded<Outcome<T>>();
        var left = starts.Count;
        if (left == 0)
            outcomes.Writer.Complete();
        for (var i = 0; i < starts.Count; i++)
            _ = WriteAsync(i);
        return outcomes.Reader.ReadAllAsync();

        async Task WriteAsync(int index)
        {
            Outcome<T> outcome;
            try
            {
                outcome = new(index, await starts[index](), null);
            }
            catch (Exception error)
            {
                outcome = new(index, default, error);
            }

            outcomes.Writer.TryWrite(outcome);
            if (Interlocked.Decrement(ref left) == 0)
                outcomes.Writer.Complete();
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
        catch (Exception error)
        {
            return Task.FromException<T>(error);
        }
    }
}
