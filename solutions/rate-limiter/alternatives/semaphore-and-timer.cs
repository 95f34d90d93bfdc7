// Alternative: a semaphore, and a timer for each permit that is out.
namespace ConcurrencyKatas.RateLimiter;

public sealed class RateLimiter(int permits, TimeSpan window)
{
    private readonly SemaphoreSlim _permits = new(permits);

    public async Task WaitAsync(CancellationToken token = default)
    {
        await _permits.WaitAsync(token);
        Timer? timer = null;
        timer = new Timer(
            _ =>
            {
                Volatile.Read(ref timer)?.Dispose();
                _permits.Release();
            },
            null,
            window,
            Timeout.InfiniteTimeSpan);
    }
}
