// Alternative: a timer and WhenAny, which cancels the try and then awaits it.
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.TimeoutAndRetry;

public sealed record RetryPolicy(int Tries, TimeSpan PerTry, TimeSpan FirstPause, TimeSpan Deadline);

public static class Retry
{
    public static async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> attempt, RetryPolicy policy, CancellationToken token = default)
    {
        var ends = DateTime.UtcNow + policy.Deadline;
        var last = default(Exception);
        var pause = policy.FirstPause;
        for (var tries = 1; ; tries++, pause += pause)
        {
            token.ThrowIfCancellationRequested();
            var rest = ends - DateTime.UtcNow;
            using var stop = new CancellationTokenSource();
            var given = policy.PerTry < rest ? policy.PerTry : rest;
            using var noTimer = new CancellationTokenSource();
            var running = StartAsync(stop.Token);
            var timer = Task.Delay(given, noTimer.Token);
            var cancelled = Task.Delay(Timeout.Infinite, CancellationTokenSource.CreateLinkedTokenSource(token, noTimer.Token).Token);
            var first = await Task.WhenAny(running, timer, cancelled);
            if (first != running)
                await stop.CancelAsync();
            try
            {
                return await running;
            }
            catch (Exception failure)
            {
                if (token.IsCancellationRequested)
                    throw new OperationCanceledException(token);
                if (first == timer && given == rest)
                    throw new TimeoutException("No more time.", last);
                last = first == timer ? new TimeoutException("Took too long.", failure) : failure;
            }
            finally
            {
                await noTimer.CancelAsync();
            }

            if (tries == policy.Tries)
                break;
            if (DateTime.UtcNow + pause >= ends)
                throw new TimeoutException("No more time.", last);
            await Task.Delay(pause, token);
        }

        ExceptionDispatchInfo.Capture(last).Throw();
        throw last;

        async Task<T> StartAsync(CancellationToken given) => await attempt(given);
    }
}
