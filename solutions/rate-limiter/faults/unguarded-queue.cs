// Fault: the instants of the last passes in a plain queue, without a lock or a gate.
// Verdict: DataRace
// Fails: *
using System.Diagnostics;

namespace ConcurrencyKatas.RateLimiter;

public sealed class RateLimiter(int permits, TimeSpan window)
{
    private readonly Queue<TimeSpan> _passes = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public async Task WaitAsync(CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        while (_passes.Count >= permits)
        {
            var wait = _passes.Peek() + window - _watch.Elapsed;
            if (wait <= TimeSpan.Zero)
                _passes.Dequeue();
            else
                await Task.Delay(wait, token);
        }

        _passes.Enqueue(_watch.Elapsed);
    }
}
