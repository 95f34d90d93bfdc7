// Fault: what comes out of a cancelled wait is the token of a linked source.
// Verdict: WrongAnswer
// Fails: cancelled
namespace ConcurrencyKatas.RateLimiter;

public sealed class RateLimiter(int permits, TimeSpan window)
{
    private readonly SemaphoreSlim _permits = new(permits);

    public async Task WaitAsync(CancellationToken token = default)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(token);
        await _permits.WaitAsync(linked.Token);
        _ = Task.Delay(window).ContinueWith(_ => _permits.Release(), TaskScheduler.Default);
    }
}
