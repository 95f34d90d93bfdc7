// Fault: the failures are collected in a static list: those of one call come out of another.
// Verdict: WrongAnswer
// Fails: failures
namespace ConcurrencyKatas.Gather;

public readonly record struct Outcome<T>(int Index, T? Value, Exception? Error);

public static class Combine
{
    private static readonly List<Exception> Failures = [];

    public static async Task<T[]> AllAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        lock (Failures)
            Failures.Clear();
        Task<T>[] tasks = [.. starts.Select(Begin)];
        await ((Task)Task.WhenAll(tasks)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (Failures)
        {
            foreach (var task in tasks.Where(task => task.IsFaulted))
                Failures.AddRange(task.Exception!.InnerExceptions);
            if (Failures.Count > 0)
                throw new AggregateException(Failures);
        }

        return await Task.WhenAll(tasks);
    }

    public static Task<Outcome<T>[]> OutcomesAsync<T>(IReadOnlyList<Func<Task<T>>> starts) => Task.WhenAll(starts.Select(OutcomeAsync));

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
