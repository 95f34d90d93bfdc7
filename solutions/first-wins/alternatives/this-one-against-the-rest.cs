// Alternative: recursion: this replica against all the rest, which start after the delay or a failure.
namespace ConcurrencyKatas.FirstWins;

public static class Hedge
{
    public static async Task<T> FirstAsync<T>(
        IReadOnlyList<Func<CancellationToken, Task<T>>> replicas, TimeSpan delay, CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        using var failed = new SemaphoreSlim(0);
        var winner = -1;
        var ends = await FromAsync(0);
        if (winner >= 0)
            return await ends[winner];
        token.ThrowIfCancellationRequested();
        var failures = new List<Exception>();
        foreach (var end in ends)
        {
            try
            {
                await end;
            }
            catch (Exception failure)
            {
                failures.Add(failure);
            }
        }

        throw new AggregateException(failures);

        // Ends when this replica and all after it have ended.
        async Task<Task<T>[]> FromAsync(int i)
        {
            var mine = RunAsync(i);
            if (i + 1 == replicas.Count)
            {
                await ((Task)mine).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return [mine];
            }

            try
            {
                await failed.WaitAsync(delay, stop.Token);
            }
            catch (OperationCanceledException)
            {
            }

            var rest = stop.IsCancellationRequested ? [] : await FromAsync(i + 1);
            await ((Task)mine).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return [mine, .. rest];
        }

        async Task<T> RunAsync(int i)
        {
            try
            {
                var answer = await replicas[i](stop.Token);
                if (!token.IsCancellationRequested && Interlocked.CompareExchange(ref winner, i, -1) == -1)
                    stop.Cancel();
                return answer;
            }
            catch
            {
                failed.Release();
                throw;
            }
        }
    }
}
