// Fault: limiters with the same permits and the same window share one semaphore.
// Verdict: WrongAnswer
// Fails: apart
using System.Collections.Concurrent;

namespace ConcurrencyKatas.RateLimiter;

/// <summary>Lets callers pass, so many in any window of time.</summary>
public sealed class RateLimiter(int permits, TimeSpan window)
{
    private static readonly ConcurrentDictionary<(int Permits, TimeSpan Window), SemaphoreSlim> Semaphores = new();

    private readonly SemaphoreSlim _permits = Semaphores.GetOrAdd((permits, window), settings => new SemaphoreSlim(settings.Permits));

    public async Task WaitAsync(CancellationToken token = default)
    {
        await _permits.WaitAsync(token);
        _ = ComeBackAsync();
    }

    private async Task ComeBackAsync()
    {
        await Task.Delay(window);
        _permits.Release();
    }
}
