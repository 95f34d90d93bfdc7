// Fault: the Error is the task's AggregateException, not the exception that was thrown.
// Verdict: WrongAnswer
// Fails: outcomes
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

    public static async Task<Outcome<T>[]> OutcomesAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        Task<T>[] tasks = [.. starts.Select(Begin)];
        await ((Task)Task.WhenAll(tasks)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return [.. tasks.Select((task, i) => task.IsCompletedSuccessfully
            ? new Outcome<T>(i, task.Result, null)
            : new Outcome<T>(i, default, (Exception?)task.Exception ?? new TaskCanceledException(task)))];
    }

    public static async IAsyncEnumerable<Outcome<T>> AsCompletedAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        await foreach (var completed in Task.WhenEach(starts.Select(OutcomeAsync)))
            yield return await completed;
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
