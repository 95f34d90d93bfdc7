// Fault: one static semaphore for all limiters, made for the permits of the first.
// Verdict: WrongAnswer
// Fails: apart
namespace ConcurrencyKatas.RateLimiter;

public sealed class RateLimiter(int permits, TimeSpan window)
{
    private static SemaphoreSlim? _shared;

    private readonly SemaphoreSlim _permits = _shared ??= new(permits);

    public async Task WaitAsync(CancellationToken token = default)
    {
        await _permits.WaitAsync(token);
        _ = Task.Delay(window).ContinueWith(_ => _permits.Release(), TaskScheduler.Default);
    }
}
