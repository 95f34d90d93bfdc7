// Alternative: a task for each from the start; it waits for its turn, which the pause after the one before it or a failure gives.
namespace ConcurrencyKatas.FirstWins;

public static class Hedge
{
    public static async Task<T> FirstAsync<T>(
        IReadOnlyList<Func<CancellationToken, Task<T>>> replicas, TimeSpan delay, CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        var stopping = stop.Token;
        TaskCompletionSource[] turns = [.. replicas.Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))];
        var failures = new Exception[replicas.Count];
        var (next, winner) = (0, -1);
        var answers = new T[replicas.Count];
        GiveTurn();
        await Task.WhenAll(Enumerable.Range(0, replicas.Count).Select(RunAsync));
        stop.Cancel();
        if (winner >= 0)
            return answers[winner];
        token.ThrowIfCancellationRequested();
        throw new AggregateException(failures);

        void GiveTurn()
        {
            var mine = Interlocked.Increment(ref next) - 1;
            if (mine < turns.Length)
                turns[mine].TrySetResult();
        }

        async Task RunAsync(int i)
        {
            try
            {
                await turns[i].Task.WaitAsync(stop.Token);
                if (stop.IsCancellationRequested)
                    return;
            }
            catch (OperationCanceledException)
            {
                return;
            }

            // The replica first: what it does before it returns its task comes before the pause.
            var call = CallAsync(i);
            PauseAsync(i);
            await call;
        }

        async Task CallAsync(int i)
        {
            try
            {
                answers[i] = await replicas[i](stop.Token);
                if (!token.IsCancellationRequested && Interlocked.CompareExchange(ref winner, i, -1) == -1)
                    stop.Cancel();
            }
            catch (Exception failure)
            {
                failures[i] = failure;
                if (!stop.IsCancellationRequested)
                    GiveTurn();
            }
        }

        async void PauseAsync(int i)
        {
            await Task.Delay(delay, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stopping.IsCancellationRequested && Interlocked.CompareExchange(ref next, i + 2, i + 1) == i + 1 && i + 1 < turns.Length)
                turns[i + 1].TrySetResult();
        }
    }
}
