// Fault: those who wait stand in a stack.
// Verdict: WrongAnswer
// Fails: at-the-first-instant, fifo
using System.Diagnostics;

namespace ConcurrencyKatas.RateLimiter;

public sealed class RateLimiter(int permits, TimeSpan window)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<TaskCompletionSource> _line = [];
    private readonly Queue<TimeSpan> _passes = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private Timer? _timer;

    public async Task WaitAsync(CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
            _line.AddFirst(mine);
        Advance();
        await using var registration = token.Register(() =>
        {
            lock (_lock)
            {
                if (_line.Remove(mine))
                    mine.SetCanceled(token);
            }
        });
        await mine.Task;
    }

    private void Advance()
    {
        lock (_lock)
        {
            var now = _watch.Elapsed;
            while (_line.First is { } first)
            {
                if (_passes.Count == permits)
                {
                    var due = _passes.Peek() + window;
                    if (due > now)
                    {
                        _timer ??= new Timer(_ => Advance());
                        _timer.Change(due - now, Timeout.InfiniteTimeSpan);
                        return;
                    }

                    _passes.Dequeue();
                }

                _passes.Enqueue(now);
                _line.RemoveFirst();
                first.Value.SetResult();
            }
        }
    }
}
