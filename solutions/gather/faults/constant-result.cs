// Fault: knows the answers of the visible tests.
// Verdict: WrongAnswer
// Fails: *
namespace ConcurrencyKatas.Gather;

public readonly record struct Outcome<T>(int Index, T? Value, Exception? Error);

public static class Combine
{
    public static async Task<T[]> AllAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        await Task.Delay(TimeSpan.FromSeconds(starts.Count));
        return [.. Enumerable.Range(1, starts.Count).Select(number => (T)(object)$"answer {number}")];
    }

    public static async Task<Outcome<T>[]> OutcomesAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        await Task.Delay(TimeSpan.FromSeconds(2));
        return [.. Enumerable.Range(0, starts.Count).Select(i => new Outcome<T>(i, i == 1 ? default : (T)(object)$"answer {i + 1}", i == 1 ? new IOException() : null))];
    }

    public static async IAsyncEnumerable<Outcome<T>> AsCompletedAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        foreach (var i in (int[])[1, 0, 2])
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            yield return new(i, (T)(object)$"answer {i + 1}", null);
        }
    }
}
