// Fault: looks under a lock and writes the pass down under another: somebody else has passed in between.
// Verdict: WrongAnswer
// Fails: *
using System.Diagnostics;

namespace ConcurrencyKatas.RateLimiter;

public sealed class RateLimiter(int permits, TimeSpan window)
{
    private readonly Lock _lock = new();
    private readonly Queue<TimeSpan> _passes = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public async Task WaitAsync(CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        while (Wait() is var wait && wait > TimeSpan.Zero)
            await Task.Delay(wait, token);
        lock (_lock)
            _passes.Enqueue(_watch.Elapsed);
    }

    private TimeSpan Wait()
    {
        lock (_lock)
        {
            while (_passes.Count > 0 && _passes.Peek() + window <= _watch.Elapsed)
                _passes.Dequeue();
            return _passes.Count < permits ? TimeSpan.Zero : _passes.Peek() + window - _watch.Elapsed;
        }
    }
}
