// Fault: compares the deadline with the time at which the try began.
// Verdict: WrongAnswer
// Fails: deadline
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
        var pause = policy.FirstPause;
        Exception? last = null;
        for (var number = 1; ; number++)
        {
            var elapsed = watch.Elapsed;
            using (var limit = CancellationTokenSource.CreateLinkedTokenSource(token, deadline.Token))
            {
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
            }

            if (number == policy.Tries)
                ExceptionDispatchInfo.Throw(last);
            if (elapsed + pause >= policy.Deadline)
                throw new TimeoutException("Time is up.", last);

            await Task.Delay(pause, token);
            token.ThrowIfCancellationRequested();
            pause *= 2;
        }
    }
}
