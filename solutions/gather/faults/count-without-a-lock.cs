// Fault: those that end count down by a plain --: two at one moment may count as one, and nobody is the last.
// Verdict: DataRace
// Fails: overlap, order, failures, outcomes
namespace ConcurrencyKatas.Gather;

public readonly record struct Outcome<T>(int Index, T? Value, Exception? Error);

public static class Combine
{
    public static async Task<T[]> AllAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        Task<T>[] tasks = [.. starts.Select(Begin)];
        await AllEndedAsync(tasks);
        var all = Task.WhenAll(tasks);
        return all.Exception is { } failures ? throw failures : await all;
    }

    public static async Task<Outcome<T>[]> OutcomesAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        Task<Outcome<T>>[] tasks = [.. starts.Select(OutcomeAsync)];
        await AllEndedAsync(tasks);
        return [.. tasks.Select(task => task.Result)];
    }

    public static async IAsyncEnumerable<Outcome<T>> AsCompletedAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        await foreach (var completed in Task.WhenEach(starts.Select(OutcomeAsync)))
            yield return await completed;
    }

    private static async Task AllEndedAsync(Task[] tasks)
    {
        var left = tasks.Length;
        if (left == 0)
            return;
        var done = new TaskCompletionSource();
        foreach (var task in tasks)
            _ = task.ContinueWith(_ => --left == 0 && done.TrySetResult(), TaskScheduler.Default);
        await done.Task;
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
