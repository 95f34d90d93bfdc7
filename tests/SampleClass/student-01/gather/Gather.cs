namespace ConcurrencyKatas.Gather;

/// <summary>What became of one start.</summary>
/// <param name="Index">Its place in the list.</param>
/// <param name="Value">Its result; <see langword="default"/> when it failed.</param>
/// <param name="Error">The exception that it failed with, as it was thrown; null when it did not fail.</param>
public readonly record struct Outcome<T>(int Index, T? Value, Exception? Error);

/// <summary>Starts many operations and waits for them.</summary>
public static class Combine
{
    /// <summary>Starts all operations at once, and waits until all have ended.</summary>
    /// <param name="starts">Each begins one operation. It may throw at once, or return a task that fails later.</param>
    /// <returns>The results, in the order of <paramref name="starts"/>.</returns>
    /// <exception cref="AggregateException">One or more failed: every failure, in the order of <paramref name="starts"/>.</exception>
    /// <exception cref="OperationCanceledException">None failed, and one or more were cancelled.</exception>
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

        // What a start throws becomes its task, and a task that failed with several exceptions keeps them: await would take the first.
        static Task<T> Begin(Func<Task<T>> start)
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
    }

    /// <summary>Starts all operations at once, waits until all have ended, and never throws.</summary>
    /// <param name="starts">Each begins one operation. It may throw at once, or return a task that fails later.</param>
    /// <returns>The value or the exception of each, in the order of <paramref name="starts"/>.</returns>
    public static Task<Outcome<T>[]> OutcomesAsync<T>(IReadOnlyList<Func<Task<T>>> starts) => Task.WhenAll(starts.Select(OutcomeAsync));

    /// <summary>Starts all operations at once, hands on each outcome as soon as it is there, and never throws.</summary>
    /// <param name="starts">Each begins one operation. It may throw at once, or return a task that fails later.</param>
    /// <returns>The value or the exception of each, in the order in which they complete.</returns>
    public static async IAsyncEnumerable<Outcome<T>> AsCompletedAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        await foreach (var completed in Task.WhenEach(starts.Select(OutcomeAsync)))
            yield return await completed;
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
