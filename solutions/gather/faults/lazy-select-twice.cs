// Fault: the Select of tasks is gone through twice, and starts everything twice.
// Verdict: WrongAnswer
// Fails: overlap, failures
namespace ConcurrencyKatas.Gather;

public readonly record struct Outcome<T>(int Index, T? Value, Exception? Error);

public static class Combine
{
    public static async Task<T[]> AllAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        var tasks = starts.Select(Begin);
        try
        {
            return await Task.WhenAll(tasks);
        }
        catch (Exception thrown)
        {
            var failures = tasks.Where(task => task.IsFaulted).SelectMany(task => task.Exception!.InnerExceptions).ToList();
            throw failures is [] ? thrown : new AggregateException(failures);
        }
    }

    public static async Task<Outcome<T>[]> OutcomesAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        var tasks = starts.Select(OutcomeAsync);
        await Task.WhenAll(tasks);
        var outcomes = new List<Outcome<T>>();
        foreach (var task in tasks)
            outcomes.Add(await task);
        return [.. outcomes];
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
