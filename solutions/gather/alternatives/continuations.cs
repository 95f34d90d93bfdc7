// Alternative: no await in AllAsync: an unwrapped start, a continuation, and Outcomes over the same tasks; leaving early waits for all.
namespace ConcurrencyKatas.Gather;

public readonly record struct Outcome<T>(int Index, T? Value, Exception? Error);

public static class Combine
{
    public static Task<T[]> AllAsync<T>(IReadOnlyList<Func<Task<T>>> starts) =>
        Task.WhenAll(starts.Select(Begin)).ContinueWith(
            all => all.IsFaulted ? Task.FromException<T[]>(new AggregateException(all.Exception.InnerExceptions)) : all,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default).Unwrap();

    public static Task<Outcome<T>[]> OutcomesAsync<T>(IReadOnlyList<Func<Task<T>>> starts) =>
        Task.WhenAll(starts.Select((start, index) => Begin(start).ContinueWith(
            task => new Outcome<T>(index, task.IsCompletedSuccessfully ? task.Result : default, ErrorOf(task)),
            TaskScheduler.Default)));

    public static async IAsyncEnumerable<Outcome<T>> AsCompletedAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        Task<Outcome<T>>[] outcomes = [.. starts.Select(OutcomeAsync)];
        try
        {
            await foreach (var completed in Task.WhenEach(outcomes))
                yield return completed.Result;
        }
        finally
        {
            await Task.WhenAll(outcomes);
        }
    }

    private static Task<T> Begin<T>(Func<Task<T>> start)
    {
        try
        {
            return start();
        }
        catch (Exception failure)
        {
            var thrown = new TaskCompletionSource<T>();
            if (failure is OperationCanceledException)
                thrown.SetCanceled();
            else
                thrown.SetException(failure);
            return thrown.Task;
        }
    }

    private static Exception? ErrorOf(Task task) =>
        task.IsCanceled ? new TaskCanceledException(task) : task.Exception is { InnerExceptions: [var only] } ? only : task.Exception;

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
