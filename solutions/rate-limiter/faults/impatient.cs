// Fault: waits for a minute at most, and passes without looking whether it got a permit.
// Verdict: WrongAnswer
// Fails: never-too-many
namespace ConcurrencyKatas.RateLimiter;

public sealed class RateLimiter(int permits, TimeSpan window)
{
    private readonly SemaphoreSlim _permits = new(permits);

    public async Task WaitAsync(CancellationToken token = default)
    {
        await _permits.WaitAsync(TimeSpan.FromMinutes(1), token);
        _ = Task.Delay(window).ContinueWith(_ => _permits.Release(), TaskScheduler.Default);
    }
}
