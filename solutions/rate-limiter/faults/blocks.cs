// Fault: waits for a permit by blocking the caller's thread.
// Verdict: WrongAnswer
// Fails: never-too-many, at-the-first-instant, fifo, cancelled
namespace ConcurrencyKatas.RateLimiter;

public sealed class RateLimiter(int permits, TimeSpan window)
{
    private readonly SemaphoreSlim _permits = new(permits);

    public async Task WaitAsync(CancellationToken token = default)
    {
        await Task.CompletedTask;
        _permits.Wait(token);
        _ = Task.Delay(window).ContinueWith(_ => _permits.Release(), TaskScheduler.Default);
    }
}
