// Fault: divides the time by the window, and counts in each part.
// Verdict: WrongAnswer
// Fails: never-too-many, at-the-first-instant
using System.Diagnostics;

namespace ConcurrencyKatas.RateLimiter;

public sealed class RateLimiter(int permits, TimeSpan window)
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private long _part;
    private int _passed;

    public async Task WaitAsync(CancellationToken token = default)
    {
        await _gate.WaitAsync(token);
        try
        {
            if (_part < _watch.Elapsed.Ticks / window.Ticks)
                (_part, _passed) = (_watch.Elapsed.Ticks / window.Ticks, 0);
            if (_passed == permits)
            {
                await Task.Delay(((_part + 1) * window) - _watch.Elapsed, token);
                (_part, _passed) = (_part + 1, 0);
            }

            _passed++;
        }
        finally
        {
            _gate.Release();
        }
    }
}
