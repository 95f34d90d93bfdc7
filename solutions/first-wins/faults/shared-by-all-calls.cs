// Fault: the list of those that are running is static: a call sees, and cancels, those of another.
// Verdict: DataRace
// Fails: hedges, wins, cancellation
namespace ConcurrencyKatas.FirstWins;

public static class Hedge
{
    private static readonly List<Task> Running = [];

    public static async Task<T> FirstAsync<T>(
        IReadOnlyList<Func<CancellationToken, Task<T>>> replicas, TimeSpan delay, CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        List<Task> started = [];
        var failures = new Exception[replicas.Count];
        var pause = Task.CompletedTask;
        try
        {
            StartNext();
            while (Running.Count > 0)
            {
                var ended = await Task.WhenAny([.. Running, pause]);
                token.ThrowIfCancellationRequested();
                if (ended is Task<T> call)
                {
                    Running.Remove(call);
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
            await Task.WhenAll(Running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        void StartNext()
        {
            if (started.Count == replicas.Count)
                return;
            var call = CallAsync(replicas[started.Count]);
            started.Add(call);
            Running.Add(call);
            pause = Task.Delay(started.Count < replicas.Count ? delay : Timeout.InfiniteTimeSpan, stop.Token);
        }

        // Async, so that a replica that throws at once fails like any other.
        async Task<T> CallAsync(Func<CancellationToken, Task<T>> replica) => await replica(stop.Token);
    }
}
