// Fault: pauses stop doubling at ten seconds.
// Verdict: WrongAnswer
// Fails: backoff
using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.TimeoutAndRetry;

public sealed record RetryPolicy(int Tries, TimeSpan PerTry, TimeSpan FirstPause, TimeSpan Deadline);

public static class Retry
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

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
            if (watch.Elapsed + pause >= policy.Deadline)
                throw new TimeoutException("Time is up.", last);

            await Task.Delay(pause, token);
            token.ThrowIfCancellationRequested();
            if (pause < LongestPause)
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }
}
