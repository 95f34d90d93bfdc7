// Fault: keeps callers a part of the window apart: the right rate, and nobody passes together.
// Verdict: WrongAnswer
// Fails: never-too-many, at-the-first-instant
using System.Diagnostics;

namespace ConcurrencyKatas.RateLimiter;

public sealed class RateLimiter(int permits, TimeSpan window)
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _next;

    public async Task WaitAsync(CancellationToken token = default)
    {
        await _gate.WaitAsync(token);
        try
        {
            if (_next > _watch.Elapsed)
                await Task.Delay(_next - _watch.Elapsed, token);
            _next = _watch.Elapsed + (window / permits);
        }
        finally
        {
            _gate.Release();
        }
    }
}
