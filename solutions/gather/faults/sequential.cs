// Fault: starts one, waits for it, starts the next: the sum of all times.
// Verdict: WrongAnswer
// Fails: overlap, failures, as-completed
namespace ConcurrencyKatas.Gather;

public readonly record struct Outcome<T>(int Index, T? Value, Exception? Error);

public static class Combine
{
    public static async Task<T[]> AllAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        var results = new List<T>();
        foreach (var start in starts)
            results.Add(await start());
        return [.. results];
    }

    public static async Task<Outcome<T>[]> OutcomesAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        var outcomes = new Outcome<T>[starts.Count];
        for (var i = 0; i < outcomes.Length; i++)
            outcomes[i] = await OutcomeAsync(starts[i], i);
        return outcomes;
    }

    public static async IAsyncEnumerable<Outcome<T>> AsCompletedAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        for (var i = 0; i < starts.Count; i++)
            yield return await OutcomeAsync(starts[i], i);
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
