// Fault: WaitAsync is called and its task dropped: nobody waits for anything.
// Verdict: WrongAnswer
// Fails: never-too-many, at-the-first-instant, cancelled, apart
namespace ConcurrencyKatas.RateLimiter;

public sealed class RateLimiter(int permits, TimeSpan window)
{
    private readonly SemaphoreSlim _permits = new(permits);

    public async Task WaitAsync(CancellationToken token = default)
    {
        _ = _permits.WaitAsync(token);
        await Task.CompletedTask;
        _ = Task.Delay(window).ContinueWith(_ => _permits.Release(), TaskScheduler.Default);
    }
}
