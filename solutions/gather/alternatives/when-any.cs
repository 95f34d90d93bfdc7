// Alternative: Task.WhenAny over those that are left, again and again; plain lists.
namespace ConcurrencyKatas.Gather;

public readonly record struct Outcome<T>(int Index, T? Value, Exception? Error);

public static class Combine
{
    public static async Task<T[]> AllAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        var tasks = new List<Task<T>>();
        foreach (var start in starts)
            tasks.Add(Begin(start));
        var results = new List<T>();
        var failures = new List<Exception>();
        OperationCanceledException? cancelled = null;
        foreach (var task in tasks)
        {
            try
            {
                results.Add(await task);
            }
            catch (OperationCanceledException given)
            {
                cancelled = given;
            }
            catch
            {
                failures.AddRange(task.Exception!.InnerExceptions);
            }
        }

        if (failures.Count > 0)
            throw new AggregateException(failures);
        if (cancelled != null)
            throw cancelled;
        return results.ToArray();
    }

    public static async Task<Outcome<T>[]> OutcomesAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        var outcomes = new List<Outcome<T>>();
        await foreach (var outcome in AsCompletedAsync(starts))
            outcomes.Add(outcome);
        return outcomes.OrderBy(outcome => outcome.Index).ToArray();
    }

    public static async IAsyncEnumerable<Outcome<T>> AsCompletedAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        var left = new List<Task<Outcome<T>>>();
        for (int i = 0; i < starts.Count; i++)
            left.Add(OutcomeAsync(starts[i], i));
        while (left.Count > 0)
        {
            var next = await Task.WhenAny(left);
            left.Remove(next);
            yield return await next;
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
