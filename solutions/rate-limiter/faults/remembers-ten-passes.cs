// Fault: remembers ten passes at most, "which is enough": with more permits than that, callers wait who could pass.
// Verdict: WrongAnswer
// Fails: at-the-first-instant
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
            if (_passes.Count == Math.Min(permits, 10))
            {
                var due = _passes.Peek() + window;
                if (due > _watch.Elapsed)
                    await Task.Delay(due - _watch.Elapsed, token);
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
