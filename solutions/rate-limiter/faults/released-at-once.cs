// Fault: a semaphore that counts who is inside: the permit is back as soon as the caller has passed.
// Verdict: WrongAnswer
// Fails: never-too-many, at-the-first-instant, cancelled, apart
namespace ConcurrencyKatas.RateLimiter;

public sealed class RateLimiter(int permits, TimeSpan window)
{
    private readonly SemaphoreSlim _permits = new(permits);

    public async Task WaitAsync(CancellationToken token = default)
    {
        await _permits.WaitAsync(token);
        _permits.Release();
    }
}
