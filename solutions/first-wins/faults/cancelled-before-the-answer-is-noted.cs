// Fault: the losers are cancelled before the answer is noted, and one that answers then takes its place.
// Verdict: WrongAnswer
// Fails: losers
namespace ConcurrencyKatas.FirstWins;

/// <summary>Asks several replicas the same question, and takes the first answer.</summary>
public static class Hedge
{
    public static async Task<T> FirstAsync<T>(
        IReadOnlyList<Func<CancellationToken, Task<T>>> replicas, TimeSpan delay, CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        var failed = new SemaphoreSlim(0);
        var winner = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var failures = new Exception[replicas.Count];
        var called = replicas.Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).ToArray();

        await Task.WhenAll(Enumerable.Range(0, replicas.Count).Select(RunAsync));

        if (winner.Task.IsCompletedSuccessfully)
            return await winner.Task;
        token.ThrowIfCancellationRequested();
        throw new AggregateException(failures);

        async Task RunAsync(int place)
        {
            Task<T> call;
            try
            {
                if (place > 0)
                {
                    await called[place - 1].Task;
                    await failed.WaitAsync(delay, stop.Token);
                    stop.Token.ThrowIfCancellationRequested();
                }

                call = AskAsync(place);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            finally
            {
                called[place].SetResult();
            }

            try
            {
                var answer = await call;
                if (token.IsCancellationRequested)
                    return;
                stop.Cancel();
                winner.TrySetResult(answer);
            }
            catch (Exception failure)
            {
                failures[place] = failure;
                failed.Release();
            }
        }

        async Task<T> AskAsync(int place) => await replicas[place](stop.Token);
    }
}
