// Fault: the pause is counted from the start of the try that failed.
// Verdict: WrongAnswer
// Fails: backoff, deadline, one-at-a-time
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
        using var deadline = new CancellationTokenSource(policy.Deadline);
        Exception? last = null;
        var pause = policy.FirstPause;
        for (var left = policy.Tries; ; pause *= 2)
        {
            token.ThrowIfCancellationRequested();
            var begun = watch.Elapsed;
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
            catch (OperationCanceledException tooLong) when (limit.IsCancellationRequested)
            {
                last = new TimeoutException("This try took too long.", tooLong);
            }
            catch (Exception failure)
            {
                last = failure;
            }

            if (--left == 0)
                ExceptionDispatchInfo.Throw(last);
            if (watch.Elapsed + pause >= policy.Deadline)
                throw new TimeoutException("The next try would come too late.", last);
            var rest = begun + pause - watch.Elapsed;
            if (rest > TimeSpan.Zero)
                await Task.Delay(rest, token);
        }
    }
}
