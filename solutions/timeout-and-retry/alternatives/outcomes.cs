// Alternative: each try is an outcome, a value or a failure with its reason, and a switch over the reasons decides.
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.TimeoutAndRetry;

public sealed record RetryPolicy(int Tries, TimeSpan PerTry, TimeSpan FirstPause, TimeSpan Deadline);

public static class Retry
{
    public static async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> attempt, RetryPolicy policy, CancellationToken token = default)
    {
        using var time = new CancellationTokenSource(policy.Deadline);
        var begun = TimeProvider.System.GetTimestamp();
        Exception? last = null;
        foreach (var pause in Enumerable.Range(0, policy.Tries).Select(i => policy.FirstPause * Math.Pow(2, i)))
        {
            var (end, value, failure) = await OneAsync(attempt, policy.PerTry, token, time.Token);
            switch (end)
            {
                case End.Value:
                    return value!;
                case End.Caller:
                    throw new OperationCanceledException("The caller gave up.", failure, token);
                case End.Deadline:
                    throw new TimeoutException("It was too late.", last);
                case End.Limit:
                    last = new TimeoutException("It took too long.", failure);
                    break;
                default:
                    last = failure;
                    break;
            }

            if (pause == policy.FirstPause * Math.Pow(2, policy.Tries - 1))
                break;
            if (TimeProvider.System.GetElapsedTime(begun) + pause >= policy.Deadline)
                throw new TimeoutException("It would be too late.", last);
            await Task.Delay(pause, token);
        }

        ExceptionDispatchInfo.Throw(last!);
        return default!;
    }

    private enum End
    {
        Value,
        Caller,
        Deadline,
        Limit,
        Failure,
    }

    private static async Task<(End End, T? Value, Exception? Failure)> OneAsync<T>(
        Func<CancellationToken, Task<T>> attempt, TimeSpan perTry, CancellationToken caller, CancellationToken deadline)
    {
        if (caller.IsCancellationRequested)
            return (End.Caller, default, null);
        using var limit = new CancellationTokenSource(perTry);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(caller, deadline, limit.Token);
        try
        {
            return (End.Value, await attempt(any.Token), null);
        }
        catch (Exception failure)
        {
            var end = caller.IsCancellationRequested ? End.Caller
                : deadline.IsCancellationRequested ? End.Deadline
                : limit.IsCancellationRequested ? End.Limit
                : End.Failure;
            return (end, default, failure);
        }
    }
}
