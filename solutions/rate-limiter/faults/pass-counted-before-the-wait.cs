// Fault: writes the pass down before it waits for it.
// Verdict: WrongAnswer
// Fails: never-too-many, at-the-first-instant, cancelled
using System.Diagnostics;

namespace ConcurrencyKatas.RateLimiter;

public sealed class RateLimiter(int permits, TimeSpan window)
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Queue<TimeSpan> _passes = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public async Task WaitAsync(CancellationToken token = default)
    {
        await _gate.WaitAsync(token);
        try
        {
            if (_passes.Count == permits)
            {
                var due = _passes.Peek() + window;
                if (due > _watch.Elapsed)
                {
                    _passes.Dequeue();
                    _passes.Enqueue(_watch.Elapsed);
                    await Task.Delay(due - _watch.Elapsed, token);
                    return;
                }

                _passes.Dequeue();
            }

            _passes.Enqueue(_watch.Elapsed);
        }
        finally
        {
            _gate.Release();
        }
    }
}
