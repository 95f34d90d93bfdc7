// Fault: of two that fail at one instant, only one is followed by a start.
// Verdict: WrongAnswer
// Fails: hedges
namespace ConcurrencyKatas.FirstWins;

/// <summary>Asks several replicas the same question, and takes the first answer.</summary>
public static class Hedge
{
    public static async Task<T> FirstAsync<T>(
        IReadOnlyList<Func<CancellationToken, Task<T>>> replicas, TimeSpan delay, CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        var running = new List<(int Place, Task<T> Call)>();
        var failures = new Exception[replicas.Count];
        var next = 0;
        var pause = StartNext();
        try
        {
            while (running.Count > 0)
            {
                await Task.WhenAny(running.Select(one => (Task)one.Call).Append(pause));
                token.ThrowIfCancellationRequested();

                foreach (var (place, call) in running.Where(one => one.Call.IsCompleted).ToList())
                {
                    running.Remove((place, call));
                    try
                    {
                        return await call;
                    }
                    catch (Exception failure)
                    {
                        failures[place] = failure;
                    }
                }

                if (next < replicas.Count)
                    pause = StartNext();
            }

            throw new AggregateException(failures);
        }
        finally
        {
            stop.Cancel();
            await Task.WhenAll(running.Select(one => (Task)one.Call)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Task StartNext()
        {
            running.Add((next, AskAsync(replicas[next])));
            next++;
            return Task.Delay(next < replicas.Count ? delay : Timeout.InfiniteTimeSpan, stop.Token);
        }

        async Task<T> AskAsync(Func<CancellationToken, Task<T>> replica) => await replica(stop.Token);
    }
}
