// Fault: a cancelled caller passes, as if nothing had happened.
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
        catch (OperationCanceledException)
        {
            return;
        }

        _ = Task.Delay(window).ContinueWith(_ => _permits.Release(), TaskScheduler.Default);
    }
}
