// Alternative: as many sources as starts, which are completed in the order of completion; each is begun at the call, once.
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.Gather;

public readonly record struct Outcome<T>(int Index, T? Value, Exception? Error);

public static class Combine
{
    public static async Task<T[]> AllAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        var tasks = starts.Select(Begin).ToArray();
        var outcomes = await Task.WhenAll(tasks.Select((task, index) => OutcomeAsync(() => task, index)));
        var failures = tasks.Where(task => task.IsFaulted).SelectMany(task => task.Exception!.InnerExceptions).ToList();
        if (failures is not [])
            throw new AggregateException(failures);
        if (outcomes.FirstOrDefault(outcome => outcome.Error is not null).Error is { } cancelled)
            ExceptionDispatchInfo.Throw(cancelled);
        return [.. outcomes.Select(outcome => outcome.Value!)];
    }

    public static Task<Outcome<T>[]> OutcomesAsync<T>(IReadOnlyList<Func<Task<T>>> starts) => Task.WhenAll(starts.Select(OutcomeAsync));

    public static IAsyncEnumerable<Outcome<T>> AsCompletedAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        var places = starts.Select(_ => new TaskCompletionSource<Outcome<T>>(TaskCreationOptions.RunContinuationsAsynchronously)).ToArray();
        var taken = -1;
        for (var i = 0; i < starts.Count; i++)
            _ = TakePlaceAsync(i);
        return ReadAsync();

        async Task TakePlaceAsync(int index)
        {
            var outcome = await OutcomeAsync(starts[index], index);
            places[Interlocked.Increment(ref taken)].SetResult(outcome);
        }

        async IAsyncEnumerable<Outcome<T>> ReadAsync()
        {
            foreach (var place in places)
                yield return await place.Task;
        }
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
