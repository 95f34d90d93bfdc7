// Fault: the first failure ends the reading.
// Verdict: WrongAnswer
// Fails: as-completed
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

    public static async IAsyncEnumerable<Outcome<T>> AsCompletedAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        Task<T>[] tasks = [.. starts.Select(Begin)];
        await foreach (var completed in Task.WhenEach(tasks))
            yield return new(Array.IndexOf(tasks, completed), await completed, null);
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
