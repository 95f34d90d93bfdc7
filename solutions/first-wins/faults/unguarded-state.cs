// Fault: a task for each that writes the winner without a lock.
// Verdict: DataRace
// Fails: *
namespace ConcurrencyKatas.FirstWins;

public static class Hedge
{
    public static async Task<T> FirstAsync<T>(
        IReadOnlyList<Func<CancellationToken, Task<T>>> replicas, TimeSpan delay, CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        using var failed = new SemaphoreSlim(0);
        List<Exception> failures = [];
        var (won, result) = (false, default(T));
        List<Task> calls = [];
        for (var i = 0; i < replicas.Count && !stop.IsCancellationRequested; i++)
        {
            calls.Add(TryAsync(replicas[i]));
            if (i == replicas.Count - 1)
                break;
            try
            {
                await failed.WaitAsync(delay, stop.Token);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        await Task.WhenAll(calls);
        if (won)
            return result!;
        token.ThrowIfCancellationRequested();
        throw new AggregateException(failures);

        async Task TryAsync(Func<CancellationToken, Task<T>> replica)
        {
            try
            {
                var answer = await replica(stop.Token);
                if (!won && !stop.IsCancellationRequested)
                    (won, result) = (true, answer);
                stop.Cancel();
            }
            catch (Exception failure)
            {
                failures.Add(failure);
                failed.Release();
            }
        }
    }
}
