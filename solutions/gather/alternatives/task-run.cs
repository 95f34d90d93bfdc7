// Alternative: Task.Run turns whatever a start does into a task, and keeps every exception of it.
namespace ConcurrencyKatas.Gather;

public readonly record struct Outcome<T>(int Index, T? Value, Exception? Error);

public static class Combine
{
    public static async Task<T[]> AllAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        var all = Task.WhenAll(starts.Select(Task.Run));
        await ((Task)all).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return all.Exception is { } failures ? throw failures : await all;
    }

    public static async Task<Outcome<T>[]> OutcomesAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        Task<T>[] tasks = [.. starts.Select(Task.Run)];
        await ((Task)Task.WhenAll(tasks)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return [.. tasks.Select(Tell)];
    }

    public static async IAsyncEnumerable<Outcome<T>> AsCompletedAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        Task<T>[] tasks = [.. starts.Select(Task.Run)];
        await foreach (var completed in Task.WhenEach(tasks))
            yield return Tell(completed, Array.IndexOf(tasks, completed));
    }

    private static Outcome<T> Tell<T>(Task<T> task, int index) => task.Status switch
    {
        TaskStatus.RanToCompletion => new(index, task.Result, null),
        TaskStatus.Canceled => new(index, default, new TaskCanceledException(task)),
        _ => new(index, default, task.Exception!.InnerExceptions is [var only] ? only : task.Exception),
    };
}
