// Fault: one permit comes back at a time, a window after the last.
// Verdict: WrongAnswer
// Fails: at-the-first-instant
namespace ConcurrencyKatas.RateLimiter;

public sealed class RateLimiter(int permits, TimeSpan window)
{
    private readonly SemaphoreSlim _permits = new(permits);

    public async Task WaitAsync(CancellationToken token = default)
    {
        await _permits.WaitAsync(token);
        _ = GiveBackAsync();
    }

    private readonly SemaphoreSlim _back = new(1);

    private async Task GiveBackAsync()
    {
        await _back.WaitAsync().ConfigureAwait(false);
        await Task.Delay(window).ConfigureAwait(false);
        _permits.Release();
        _back.Release();
    }
}
