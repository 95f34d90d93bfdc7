// Alternative: every end is written to a channel, and so is the end of each pause; one reader decides.
using System.Threading.Channels;

namespace ConcurrencyKatas.FirstWins;

public static class Hedge
{
    public static async Task<T> FirstAsync<T>(
        IReadOnlyList<Func<CancellationToken, Task<T>>> replicas, TimeSpan delay, CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        var ends = Channel.CreateUnbounded<(int Replica, Task<T>? End)>();
        var failures = new Exception[replicas.Count];
        var (started, running, won) = (0, 0, (Task<T>?)null);
        List<Task> pauses = [];
        Start();
        while (running > 0)
        {
            var (replica, end) = await ends.Reader.ReadAsync();
            var over = won is not null || token.IsCancellationRequested;
            if (end is null)
            {
                // A pause tells only of the start that it follows: a failure may have started another since.
                if (!over && replica == started - 1)
                    Start();
                continue;
            }

            running--;
            if (end.IsCompletedSuccessfully)
            {
                if (over)
                    continue;
                won = end;
                stop.Cancel();
                continue;
            }

            try
            {
                await end;
            }
            catch (Exception failure)
            {
                failures[replica] = failure;
            }

            if (!over)
                Start();
        }

        stop.Cancel();
        await Task.WhenAll(pauses);
        if (won is not null)
            return await won;
        token.ThrowIfCancellationRequested();
        throw new AggregateException(failures);

        void Start()
        {
            if (started == replicas.Count)
                return;
            var replica = started++;
            running++;
            _ = RunAsync(replica);
            pauses.Add(PauseAsync(replica));
        }

        async Task RunAsync(int replica)
        {
            Task<T> end;
            try
            {
                end = replicas[replica](stop.Token);
            }
            catch (Exception failure)
            {
                end = Task.FromException<T>(failure);
            }

            await Task.WhenAny(end);
            ends.Writer.TryWrite((replica, end));
        }

        async Task PauseAsync(int replica)
        {
            await Task.Delay(delay, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ends.Writer.TryWrite((replica, null));
        }
    }
}
