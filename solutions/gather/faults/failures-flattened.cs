// Fault: flattens the failures, so that an AggregateException that a start threw itself is lost.
// Verdict: WrongAnswer
// Fails: failures
namespace ConcurrencyKatas.Gather;

public readonly record struct Outcome<T>(int Index, T? Value, Exception? Error);

public static class Combine
{
    public static async Task<T[]> AllAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        var all = Task.WhenAll(starts.Select(start => Begin(start)));
        try
        {
            return await all;
        }
        catch (Exception) when (all.Exception is not null)
        {
            throw all.Exception.Flatten();
        }
    }

    public static Task<Outcome<T>[]> OutcomesAsync<T>(IReadOnlyList<Func<Task<T>>> starts) =>
        Task.WhenAll(starts.Select((start, index) => OutcomeAsync(start, index)));

    public static async IAsyncEnumerable<Outcome<T>> AsCompletedAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        var running = starts.Select((start, index) => OutcomeAsync(start, index)).ToArray();
        await foreach (var ended in Task.WhenEach(running))
            yield return await ended;
    }
    private static Task<T> Begin<T>(Func<Task<T>> start)
    {
        try
        {
            return start();
        }
        catch (Exception error)
        {
            return ThrowAsync<T>(error);
        }
    }

    private static async Task<T> ThrowAsync<T>(Exception error)
    {
        await Task.CompletedTask;
        throw error;
    }

    private static async Task<Outcome<T>> OutcomeAsync<T>(Func<Task<T>> start, int index)
    {
        try
        {
            return new Outcome<T>(index, await start(), null);
        }
        catch (Exception error)
        {
            return new Outcome<T>(index, default, error);
        }
    }
}
