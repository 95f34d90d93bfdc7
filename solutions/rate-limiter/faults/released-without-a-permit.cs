// Fault: the wait stands inside the try: whoever is cancelled gives back a permit that they never had.
// Verdict: WrongAnswer
// Fails: cancelled
namespace ConcurrencyKatas.RateLimiter;

public sealed class RateLimiter(int permits, TimeSpan window)
{
    private readonly SemaphoreSlim _permits = new(permits);

    public async Task WaitAsync(CancellationToken token = default)
    {
        try
        {
            await _permits.WaitAsync(token);
        }
        finally
        {
            _ = Task.Delay(window).ContinueWith(_ => _permits.Release(), TaskScheduler.Default);
        }
    }
}
