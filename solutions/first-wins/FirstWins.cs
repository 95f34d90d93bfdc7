namespace ConcurrencyKatas.FirstWins;

/// <summary>Asks several replicas the same question, and takes the first answer.</summary>
public static class Hedge
{
    /// <summary>
    /// Starts the first replica at once, and each further one a <paramref name="delay"/> after the last start, or as soon as one
    /// has failed. The first success wins.
    /// </summary>
    /// <param name="replicas">Whom to ask, in this order; one or more. Each may fail, at once or later, and may listen to its token or not.</param>
    /// <param name="delay">How long to wait after a start before the next replica is started as well; zero or more.</param>
    /// <param name="token">Once it is cancelled, no further replica is started.</param>
    /// <returns>The first answer. Every replica that was started has ended.</returns>
    /// <exception cref="AggregateException">All have failed: their failures, in the order of <paramref name="replicas"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="token"/> was cancelled before there was an answer.</exception>
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
