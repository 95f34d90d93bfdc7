// Fault: counts under a lock, and starts anew when a window of its own is over: twice as many across its end.
// Verdict: WrongAnswer
// Fails: never-too-many, at-the-first-instant, fifo, cancelled
using System.Diagnostics;

namespace ConcurrencyKatas.RateLimiter;

public sealed class RateLimiter(int permits, TimeSpan window)
{
    private readonly Lock _lock = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _windowBegan;
    private int _passed;

    public async Task WaitAsync(CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        while (true)
        {
            TimeSpan wait;
            lock (_lock)
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

                wait = _windowBegan + window - _watch.Elapsed;
            }

            await Task.Delay(wait, token);
        }
    }
}
