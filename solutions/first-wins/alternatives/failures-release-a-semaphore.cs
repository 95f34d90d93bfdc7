// Alternative: a task for each, and a semaphore that failures release; its time-out is the delay.
namespace ConcurrencyKatas.FirstWins;

public static class Hedge
{
    public static async Task<T> FirstAsync<T>(
        IReadOnlyList<Func<CancellationToken, Task<T>>> replicas, TimeSpan delay, CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        using var failed = new SemaphoreSlim(0);
        var won = new TaskCompletionSource<T>();
        var failures = new Exception[replicas.Count];
        List<Task> calls = [];
        try
        {
            for (var i = 0; i < replicas.Count && !stop.IsCancellationRequested; i++)
            {
                calls.Add(TryAsync(i));
                if (i < replicas.Count - 1)
                    await failed.WaitAsync(delay, stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }

        await Task.WhenAll(calls);
        if (won.Task.IsCompleted)
            return await won.Task;
        token.ThrowIfCancellationRequested();
        throw new AggregateException(failures);

        async Task TryAsync(int i)
        {
            try
            {
                var answer = await replicas[i](stop.Token);
                if (!stop.IsCancellationRequested && won.TrySetResult(answer))
                    stop.Cancel();
            }
            catch (Exception failure)
            {
                failures[i] = failure;
                failed.Release();
            }
        }
    }
}
