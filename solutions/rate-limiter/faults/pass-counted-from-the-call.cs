// Fault: remembers when somebody called, and not when they passed.
// Verdict: WrongAnswer
// Fails: never-too-many, at-the-first-instant
using System.Diagnostics;

namespace ConcurrencyKatas.RateLimiter;

public sealed class RateLimiter(int permits, TimeSpan window)
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Queue<TimeSpan> _passes = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public async Task WaitAsync(CancellationToken token = default)
    {
        var called = _watch.Elapsed;
        await _gate.WaitAsync(token);
        try
        {
            if (_passes.Count == permits)
            {
                var due = _passes.Peek() + window;
                if (due > _watch.Elapsed)
                    await Task.Delay(due - _watch.Elapsed, token);
                _passes.Dequeue();
            }

            _passes.Enqueue(called);
        }
        finally
        {
            _gate.Release();
        }
    }
}
