// Fault: each caller gets an instant when they come, and keeps it when they are cancelled.
// Verdict: WrongAnswer
// Fails: cancelled
using System.Diagnostics;

namespace ConcurrencyKatas.RateLimiter;

public sealed class RateLimiter(int permits, TimeSpan window)
{
    private readonly Lock _lock = new();
    private readonly Queue<TimeSpan> _reserved = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public async Task WaitAsync(CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        TimeSpan wait;
        lock (_lock)
        {
            var now = _watch.Elapsed;
            var at = now;
            if (_reserved.Count == permits && _reserved.Dequeue() + window is var due && due > now)
                at = due;
            _reserved.Enqueue(at);
            wait = at - now;
        }

        await Task.Delay(wait, token);
    }
}
