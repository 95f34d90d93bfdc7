// Fault: looks a hundred times a second whether it may pass.
// Verdict: WrongAnswer
// Fails: at-the-first-instant, fifo, cancelled
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
        while (!TryPass())
            await Task.Delay(10, token);
    }

    private bool TryPass()
    {
        lock (_lock)
        {
            while (_passes.Count > 0 && _passes.Peek() + window <= _watch.Elapsed)
                _passes.Dequeue();
            if (_passes.Count == permits)
                return false;
            _passes.Enqueue(_watch.Elapsed);
            return true;
        }
    }
}
