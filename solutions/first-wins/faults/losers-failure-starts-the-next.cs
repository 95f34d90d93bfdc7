// Fault: a task for each: one that fails calls the next, also when there is an answer already.
// Verdict: WrongAnswer
// Fails: hedges, all-failed, cancellation
namespace ConcurrencyKatas.FirstWins;

public static class Hedge
{
    public static async Task<T> FirstAsync<T>(
        IReadOnlyList<Func<CancellationToken, Task<T>>> replicas, TimeSpan delay, CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        var won = new TaskCompletionSource<T>();
        var failures = new Exception[replicas.Count];
        var next = 0;
        var gate = new Lock();
        await StartAsync(0);
        if (won.Task.IsCompleted)
            return await won.Task;
        token.ThrowIfCancellationRequested();
        throw new AggregateException(failures);

        async Task StartAsync(int i)
        {
            lock (gate)
            {
                if (i >= replicas.Count || i < next)
                    return;
                next = i + 1;
            }

            await Task.WhenAll(CallAsync(i), PauseAsync(i));
        }

        async Task PauseAsync(int i)
        {
            try
            {
                await Task.Delay(delay, stop.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await StartAsync(i + 1);
        }

        async Task CallAsync(int i)
        {
            try
            {
                var answer = await replicas[i](stop.Token);
                if (!token.IsCancellationRequested && won.TrySetResult(answer))
                    stop.Cancel();
            }
            catch (Exception failure)
            {
                failures[i] = failure;
                int following;
                lock (gate)
                    following = next;
                await StartAsync(following);
            }
        }
    }
}
