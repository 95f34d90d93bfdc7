// Fault: the pause is the first one times a power of two that an int must hold.
// Verdict: WrongAnswer
// Fails: backoff
using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.TimeoutAndRetry;

public sealed record RetryPolicy(int Tries, TimeSpan PerTry, TimeSpan FirstPause, TimeSpan Deadline);

public static class Retry
{
    public static async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> attempt, RetryPolicy policy, CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        var watch = Stopwatch.StartNew();
        using var deadline = new CancellationTokenSource(policy.Deadline);
        Exception? last = null;
        var pause = policy.FirstPause;
        for (var left = policy.Tries; ; left--)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(token, deadline.Token);
            limit.CancelAfter(policy.PerTry);
            try
            {
                return await attempt(limit.Token);
            }
            catch (Exception) when (token.IsCancellationRequested)
            {
                throw new OperationCanceledException(token);
            }
            catch (Exception) when (deadline.IsCancellationRequested)
            {
                throw new TimeoutException("Time is up.", last);
            }
            catch (OperationCanceledException) when (limit.IsCancellationRequested)
            {
                last = new TimeoutException("The try took too long.");
            }
            catch (Exception failure)
            {
                last = failure;
            }

            if (left == 1)
                ExceptionDispatchInfo.Throw(last);
            if (watch.Elapsed + pause >= policy.Deadline)
                throw new TimeoutException("Time is up.", last);
            await Task.Delay(pause, token);
            pause = policy.FirstPause * (1 << (policy.Tries - left + 1));
        }
    }
}
