// Fault: a failure starts the next, and the old delay runs on beside it.
// Verdict: WrongAnswer
// Fails: hedges
namespace ConcurrencyKatas.FirstWins;

public static class Hedge
{
    public static async Task<T> FirstAsync<T>(
        IReadOnlyList<Func<CancellationToken, Task<T>>> replicas, TimeSpan delay, CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        List<Task> started = [], running = [];
        var failures = new Exception[replicas.Count];
        var pause = Task.CompletedTask;
        try
        {
            StartNext(true);
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

                StartNext(ended == pause);
            }

            throw new AggregateException(failures);
        }
        finally
        {
            stop.Cancel();
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        void StartNext(bool paused)
        {
            if (started.Count == replicas.Count)
                return;
            var call = CallAsync(replicas[started.Count]);
            started.Add(call);
            running.Add(call);
            if (paused || started.Count == replicas.Count)
                pause = Task.Delay(started.Count < replicas.Count ? delay : Timeout.InfiniteTimeSpan, stop.Token);
        }

        // Async, so that a replica that throws at once fails like any other.
        async Task<T> CallAsync(Func<CancellationToken, Task<T>> replica) => await replica(stop.Token);
    }
}
