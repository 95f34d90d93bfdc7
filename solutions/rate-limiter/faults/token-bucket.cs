// Fault: a bucket that fills all the while: right on average, and too many after a pause.
// Verdict: WrongAnswer
// Fails: never-too-many, at-the-first-instant, cancelled
using System.Diagnostics;

namespace ConcurrencyKatas.RateLimiter;

public sealed class RateLimiter(int permits, TimeSpan window)
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _filled;
    private TimeSpan _saved = window;

    public async Task WaitAsync(CancellationToken token = default)
    {
        await _gate.WaitAsync(token);
        try
        {
            Fill();
            if (_saved < window / permits)
            {
                await Task.Delay((window / permits) - _saved, token);
                Fill();
            }

            _saved -= window / permits;
        }
        finally
        {
            _gate.Release();
        }
    }

    private void Fill()
    {
        var now = _watch.Elapsed;
        _saved += now - _filled;
        _saved = _saved > window ? window : _saved;
        _filled = now;
    }
}
