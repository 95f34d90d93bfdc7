// Fault: the next try is started when one takes too long, and the first of the two to succeed wins.
// Verdict: WrongAnswer
// Fails: per-try, deadline, one-at-a-time
using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.TimeoutAndRetry;

public sealed record RetryPolicy(int Tries, TimeSpan PerTry, TimeSpan FirstPause, TimeSpan Deadline);

public static class Retry
{
    public static async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> attempt, RetryPolicy policy, CancellationToken token = default)
    {
        using var all = CancellationTokenSource.CreateLinkedTokenSource(token);
        var watch = Stopwatch.StartNew();
        var pause = policy.FirstPause;
        Exception last = new TimeoutException();
        for (var left = policy.Tries; ; pause *= 2)
        {
            token.ThrowIfCancellationRequested();
            try
            {
                var running = attempt(all.Token);
                if (await Task.WhenAny(running, Task.Delay(policy.PerTry, token)) == running)
                    return await running;
                token.ThrowIfCancellationRequested();
                last = new TimeoutException();
            }
            catch (Exception failure) when (!token.IsCancellationRequested)
            {
                last = failure;
            }

            if (--left == 0)
                break;
            if (watch.Elapsed + pause >= policy.Deadline)
                throw new TimeoutException("The next try would come too late.", last);
            await Task.Delay(pause, token);
        }

        await all.CancelAsync();
        ExceptionDispatchInfo.Throw(last);
        throw last;
    }
}
