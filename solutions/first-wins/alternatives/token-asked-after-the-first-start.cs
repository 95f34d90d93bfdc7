// Alternative: asks the token only after the first start; when it is cancelled already, the first is cancelled and awaited.
namespace ConcurrencyKatas.FirstWins;

public static class Hedge
{
    public static async Task<T> FirstAsync<T>(
        IReadOnlyList<Func<CancellationToken, Task<T>>> replicas, TimeSpan delay, CancellationToken token = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        List<Task> started = [], running = [];
        var failures = new Exception[replicas.Count];
        var pause = Task.CompletedTask;
        try
        {
            StartNext();
            while (running.Count > 0)
            {
                var ended = await Task.WhenAny([.. running, pause]);
                token.ThrowIfCancellationRequested();
                if (ended is Task<T> call)
                {
                    running.Remove(call);
                    try
                    {
                        return await call;
                    }
                    catch (Exception failure)
                    {
                        failures[started.IndexOf(call)] = failure;
                    }
                }

                StartNext();
            }

            throw new AggregateException(failures);
        }
        finally
        {
            stop.Cancel();
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        void StartNext()
        {
            if (started.Count == replicas.Count)
                return;
            var call = CallAsync(replicas[started.Count]);
            started.Add(call);
            running.Add(call);
            pause = Task.Delay(started.Count < replicas.Count ? delay : Timeout.InfiniteTimeSpan, stop.Token);
        }

        // Async, so that a replica that throws at once fails like any other.
        async Task<T> CallAsync(Func<CancellationToken, Task<T>> replica) => await replica(stop.Token);
    }
}
