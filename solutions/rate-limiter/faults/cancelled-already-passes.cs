// Fault: does not look at the token when a permit is free.
// Verdict: WrongAnswer
// Fails: cancelled
namespace ConcurrencyKatas.RateLimiter;

public sealed class RateLimiter(int permits, TimeSpan window)
{
    private readonly SemaphoreSlim _permits = new(permits);

    public async Task WaitAsync(CancellationToken token = default)
    {
        if (!_permits.Wait(0, CancellationToken.None))
            await _permits.WaitAsync(token);
        _ = Task.Delay(window).ContinueWith(_ => _permits.Release(), TaskScheduler.Default);
    }
}
