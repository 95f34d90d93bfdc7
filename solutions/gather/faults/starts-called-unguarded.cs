// Fault: in all three methods the starts are called outside of any try: one that throws at once ends the loop that starts.
// Verdict: WrongAnswer
// Fails: overlap, failures
namespace ConcurrencyKatas.Gather;

public readonly record struct Outcome<T>(int Index, T? Value, Exception? Error);

public static class Combine
{
    public static async Task<T[]> AllAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        var all = Task.WhenAll(starts.Select(start => start()).ToArray());
        try
        {
            return await all;
        }
        catch when (all.Exception is not null)
        {
            throw all.Exception;
        }
    }

    public static Task<Outcome<T>[]> OutcomesAsync<T>(IReadOnlyList<Func<Task<T>>> starts) => Task.WhenAll(Begin(starts));

    public static async IAsyncEnumerable<Outcome<T>> AsCompletedAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        await foreach (var ended in Task.WhenEach(Begin(starts)))
            yield return await ended;
    }

    private static Task<Outcome<T>>[] Begin<T>(IReadOnlyList<Func<Task<T>>> starts) => [.. starts.Select((start, i) => OutcomeAsync(start(), i))];

    private static async Task<Outcome<T>> OutcomeAsync<T>(Task<T> task, int index)
    {
        try
        {
            return new(index, await task, null);
        }
        catch (Exception error)
        {
            return new(index, default, error);
        }
    }
}
