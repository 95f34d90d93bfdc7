// Alternative: one source of the run's own, which is reset after each try that did not use it up; a registration links it to the caller.
using System.Diagnostics;

namespace ConcurrencyKatas.TimeoutAndRetry;

public sealed record RetryPolicy(int Tries, TimeSpan PerTry, TimeSpan FirstPause, TimeSpan Deadline);

public static class Retry
{
    public static async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> attempt, RetryPolicy policy, CancellationToken token = default)
    {
        var start = Stopwatch.GetTimestamp();
        var source = new CancellationTokenSource();
        Exception last = new TimeoutException();
        for (var tries = 1; ; tries++)
        {
            if (token.IsCancellationRequested)
                throw new OperationCanceledException(token);
            var left = policy.Deadline - Stopwatch.GetElapsedTime(start);
            var isLast = left <= policy.PerTry;
            if (!source.TryReset())
                source = new CancellationTokenSource();
            var current = source;
            using (token.UnsafeRegister(_ => current.Cancel(), null))
            {
                current.CancelAfter(isLast ? left : policy.PerTry);
                try
                {
                    return await attempt(current.Token);
                }
                catch (Exception failure)
                {
                    if (token.IsCancellationRequested)
                        throw new OperationCanceledException(token);
                    if (current.IsCancellationRequested && isLast && policy.Deadline <= Stopwatch.GetElapsedTime(start))
                        throw new TimeoutException("Time is up.", last);
                    last = failure is OperationCanceledException && current.IsCancellationRequested ? new TimeoutException("Too long.") : failure;
                }
            }

            if (tries == policy.Tries)
                throw last;
            var pause = policy.FirstPause * Math.Pow(2, tries - 1);
            if (Stopwatch.GetElapsedTime(start) + pause >= policy.Deadline)
                throw new TimeoutException("Time would be up.", last);
            await Task.Delay(pause, token);
        }
    }
}
