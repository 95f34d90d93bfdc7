// Alternative: a counter of those under way, and a TaskCompletionSource that the last one completes.
namespace ConcurrencyKatas.Gather;

public readonly record struct Outcome<T>(int Index, T? Value, Exception? Error);

public static class Combine
{
    public static Task<T[]> AllAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        var done = new TaskCompletionSource<T[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        var tasks = new Task<T>[starts.Count];
        var left = starts.Count + 1;
        for (var i = 0; i < tasks.Length; i++)
            (tasks[i] = Begin(starts[i])).ContinueWith(_ => CountDown(), TaskScheduler.Default);
        CountDown();
        return done.Task;

        void CountDown()
        {
            if (Interlocked.Decrement(ref left) > 0)
                return;
            Exception[] failures = [.. tasks.Where(task => task.IsFaulted).SelectMany(task => task.Exception!.InnerExceptions)];
            if (failures.Length > 0)
                done.SetException(new AggregateException(failures));
            else if (tasks.Any(task => task.IsCanceled))
                done.SetCanceled();
            else
                done.SetResult([.. tasks.Select(task => task.Result)]);
        }
    }

    public static async Task<Outcome<T>[]> OutcomesAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        var outcomes = new Outcome<T>[starts.Count];
        if (outcomes.Length == 0)
            return outcomes;
        var done = new TaskCompletionSource();
        var left = outcomes.Length;
        for (var i = 0; i < outcomes.Length; i++)
            _ = RecordAsync(i);
        await done.Task;
        return outcomes;

        async Task RecordAsync(int index)
        {
            outcomes[index] = await OutcomeAsync(starts[index], index);
            if (Interlocked.Decrement(ref left) == 0)
                done.SetResult();
        }
    }

    public static async IAsyncEnumerable<Outcome<T>> AsCompletedAsync<T>(IReadOnlyList<Func<Task<T>>> starts)
    {
        var arrived = new Queue<Outcome<T>>();
        var count = new SemaphoreSlim(0);
        for (var i = 0; i < starts.Count; i++)
            _ = ArriveAsync(i);
        for (var i = 0; i < starts.Count; i++)
        {
            await count.WaitAsync();
            Outcome<T> next;
            lock (arrived)
                next = arrived.Dequeue();
            yield return next;
        }

        async Task ArriveAsync(int index)
        {
            var outcome = await OutcomeAsync(starts[index], index);
            lock (arrived)
                arrived.Enqueue(outcome);
            count.Release();
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
