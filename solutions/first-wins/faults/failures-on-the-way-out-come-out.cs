// Fault: when all that were cancelled fail while they clean up, their failures come out instead of the cancellation.
// Verdict: WrongAnswer
// Fails: cancellation
namespace ConcurrencyKatas.FirstWins;

public static class Hedge
{
    public static async Task<T> FirstAsync<T>(
        IReadOnlyList<Func<CancellationToken, Task<T>>> replicas, TimeSpan delay, CancellationToken token = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        using var hurry = new SemaphoreSlim(0);
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var failures = new Exception?[replicas.Count];
        var calls = new List<Task>();

        for (var i = 0; i < replicas.Count && !stop.IsCancellationRequested; i++)
        {
            if (i > 0)
            {
                try
                {
                    await hurry.WaitAsync(delay, stop.Token);
                }
                catch (OperationCanceledException)
                {
                    break;
                }

                if (stop.IsCancellationRequested)
                    break;
            }

            calls.Add(CallAsync(i));
        }

        await Task.WhenAll(calls);
        if (answer.Task.IsCompletedSuccessfully)
            return await answer.Task;
        if (failures.Any(failure => failure is null or OperationCanceledException))
            token.ThrowIfCancellationRequested();
        throw new AggregateException(failures!);

        async Task CallAsync(int i)
        {
            try
            {
                var value = await replicas[i](stop.Token);
                if (!token.IsCancellationRequested && answer.TrySetResult(value))
                    await stop.CancelAsync();
            }
            catch (Exception e)
            {
                failures[i] = e;
                hurry.Release();
            }
        }
    }
}
