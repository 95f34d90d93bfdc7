using System.Diagnostics;

namespace ConcurrencyKatas.RateLimiter;

/// <summary>Lets callers pass, so many in any window of time.</summary>
/// <param name="permits">How many may pass in any one window; 1 or more.</param>
/// <param name="window">How long a window is; whole milliseconds, 1 or more.</param>
public sealed class RateLimiter(int permits, TimeSpan window)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _windowBegan;
    private int _passed;

    /// <summary>
    /// Waits until the caller may pass: of any <c>permits</c> + 1 that pass, the last passes at least one window after the first.
    /// </summary>
    /// <param name="token">Ends the wait. A caller who is cancelled has not passed.</param>
    /// <exception cref="OperationCanceledException"><paramref name="token"/> was cancelled before the caller could pass.</exception>
    public async Task WaitAsync(CancellationToken token = default)
    {
        while (true)
        {
            if (_watch.Elapsed >= _windowBegan + window)
            {
                _windowBegan = _watch.Elapsed;
                _passed = 0;
            }

            if (_passed < permits)
            {
                _passed++;
                return;
            }

            await Task.Delay(_windowBegan + window - _watch.Elapsed, token);
        }
    }
}
