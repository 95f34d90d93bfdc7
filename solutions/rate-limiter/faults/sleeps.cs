// Fault: a lock and a sleep in it: nobody else gets in, and the caller's thread stands still.
// Verdict: WrongAnswer
// Fails: never-too-many, at-the-first-instant, fifo, cancelled
using System.Diagnostics;

namespace ConcurrencyKatas.RateLimiter;

public sealed class RateLimiter(int permits, TimeSpan window)
{
    private readonly Lock _lock = new();
    private readonly Queue<TimeSpan> _passes = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public Task WaitAsync(CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (_passes.Count == permits && _passes.Dequeue() + window - _watch.Elapsed is var wait && wait > TimeSpan.Zero)
                Thread.Sleep(wait);
            _passes.Enqueue(_watch.Elapsed);
        }

        return Task.CompletedTask;
    }
}
