namespace ConcurrencyKatas.Gather;

/// <summary>What became of one start.</summary>
/// <param name="Index">Its place in the list.</param>
/// <param name="Value">Its result; <see langword="default"/> when it failed.</param>
/// <param name="Error">The exception that it failed with, as it was thrown; null when it did not fail.</param>
public readonly record struct Outcome<T>(int Index, T? Value, Exception? Error);

/// <summary>Starts many operations and waits for them. Several calls may run at the same time.</summary>
public static class Combine
{
    /// <summary>Starts all operations at once, and waits until all have ended.</summary>
    /// <param name="starts">Each begins one operation. It may throw at once, or return a task that fails later.</param>
    /// <returns>The results, in the order of <paramref name="starts"/>.</returns>
    /// <exception cref="AggregateException">All the failures, each as it was thrown, in the order of <paramref name="starts"/>.</exception>
    /// <exception cref="OperationCanceledException">None failed, and one or more were cancelled.</exception>
    public static async Task<T[]> AllAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        var results = new List<T>();
        foreach (var start in starts)
            results.Add(await start());
        return [.. results];
    }

    /// <summary>Starts all operations at once, waits until all have ended, and never throws.</summary>
    /// <param name="starts">Each begins one operation. It may throw at once, or return a task that fails later.</param>
    /// <returns>The value or the exception of each, in the order of <paramref name="starts"/>.</returns>
    public static async Task<Outcome<T>[]> OutcomesAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        var outcomes = new List<Outcome<T>>();
        await foreach (var outcome in AsCompletedAsync(starts))
            outcomes.Add(outcome);
        return [.. outcomes];
    }

    /// <summary>Starts all operations at once, yields each outcome as soon as it is there, and never throws.</summary>
    /// <param name="starts">Each begins one operation. It may throw at once, or return a task that fails later.</param>
    /// <returns>The value or the exception of each, in the order in which they complete.</returns>
    public static async IAsyncEnumerable<Outcome<T>> AsCompletedAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        for (var index = 0; index < starts.Count; index++)
        {
            Outcome<T> outcome;
            try
            {
                outcome = new(index, await starts[index](), null);
            }
            catch (Exception error)
            {
                outcome = new(index, default, error);
            }

            yield return outcome;
        }
    }
}
