// Alternative: each try calls the next; pauses are awaited by a timer's task.
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.TimeoutAndRetry;

public sealed record RetryPolicy(int Tries, TimeSpan PerTry, TimeSpan FirstPause, TimeSpan Deadline);

public static class Retry
{
    public static async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> attempt, RetryPolicy policy, CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        using var deadline = new CancellationTokenSource(policy.Deadline);
        return await TryAsync(attempt, policy, token, deadline.Token, Environment.TickCount64, 1, null);
    }

    private static async Task<T> TryAsync<T>(
        Func<CancellationToken, Task<T>> attempt, RetryPolicy policy, CancellationToken token, CancellationToken deadline, long start, int number, Exception? before)
    {
        Exception failure;
        using (var limit = new CancellationTokenSource(policy.PerTry))
        using (var all = CancellationTokenSource.CreateLinkedTokenSource(token, deadline, limit.Token))
        {
            try
            {
                return await attempt(all.Token);
            }
            catch (Exception thrown)
            {
                token.ThrowIfCancellationRequested();
                if (deadline.IsCancellationRequested)
                    throw new TimeoutException("The deadline has passed.", before);
                failure = thrown is OperationCanceledException && limit.IsCancellationRequested ? new TimeoutException("A try timed out.") : thrown;
            }
        }

        if (number >= policy.Tries)
            ExceptionDispatchInfo.Throw(failure);
        var pause = policy.FirstPause.TotalMilliseconds * (1L << (number - 1));
        if (Environment.TickCount64 - start + pause >= policy.Deadline.TotalMilliseconds)
            throw new TimeoutException("The deadline would pass.", failure);
        await Task.Delay(TimeSpan.FromMilliseconds(pause), token);
        return await TryAsync(attempt, policy, token, deadline, start, number + 1, failure);
    }
}
