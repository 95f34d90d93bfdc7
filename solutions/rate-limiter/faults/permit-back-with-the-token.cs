// Fault: the return of the permit gets the caller's token: whoever is cancelled after they passed keeps it for ever, or gives it back at once.
// Verdict: WrongAnswer
// Fails: cancelled
namespace ConcurrencyKatas.RateLimiter;

public sealed class RateLimiter(int permits, TimeSpan window)
{
    private readonly SemaphoreSlim _permits = new(permits);

    public async Task WaitAsync(CancellationToken token = default)
    {
        await _permits.WaitAsync(token);
        _ = Task.Delay(window, token).ContinueWith(_ => _permits.Release(), TaskScheduler.Default);
    }
}
