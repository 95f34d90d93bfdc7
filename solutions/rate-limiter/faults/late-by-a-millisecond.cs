// Fault: asks for more than a window: whoever comes at the instant at which the permit is back waits a millisecond.
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
            if (_passes.Count == permits)
            {
                var due = _passes.Peek() + window;
                if (due >= _watch.Elapsed)
                    await Task.Delay(due - _watch.Elapsed + TimeSpan.FromMilliseconds(1), token);
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
