// Fault: every OperationCanceledException is taken for the caller's.
// Verdict: WrongAnswer
// Fails: per-try, deadline, caller, one-at-a-time, last-failure
using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.TimeoutAndRetry;

public sealed record RetryPolicy(int Tries, TimeSpan PerTry, TimeSpan FirstPause, TimeSpan Deadline);

public static class Retry
{
    public static async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> attempt, RetryPolicy policy, CancellationToken token = default)
    {
        var watch = Stopwatch.StartNew();
        var pause = policy.FirstPause;
        for (var left = policy.Tries; ; pause *= 2)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
            limit.CancelAfter(policy.PerTry);
            Exception last;
            try
            {
                token.ThrowIfCancellationRequested();
                return await attempt(limit.Token);
            }
            catch (OperationCanceledException)
            {
                throw new OperationCanceledException(token);
            }
            catch (Exception failure)
            {
                last = failure;
            }

            if (--left == 0)
                ExceptionDispatchInfo.Throw(last);
            if (watch.Elapsed + pause >= policy.Deadline)
                throw new TimeoutException("The next try would come too late.", last);
            await Task.Delay(pause, token);
        }
    }
}
