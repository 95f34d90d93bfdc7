// Fault: the caller is held for the window that their permit is out.
// Verdict: WrongAnswer
// Fails: at-the-first-instant, cancelled
namespace ConcurrencyKatas.RateLimiter;

public sealed class RateLimiter(int permits, TimeSpan window)
{
    private readonly SemaphoreSlim _permits = new(permits);

    public async Task WaitAsync(CancellationToken token = default)
    {
        await _permits.WaitAsync(token);
        await Task.Delay(window, CancellationToken.None);
        _permits.Release();
    }
}
