// Fault: a chain of turns in which a cancelled one is passed on only when its time has come.
// Verdict: WrongAnswer
// Fails: cancelled
using System.Diagnostics;

namespace ConcurrencyKatas.RateLimiter;

public sealed class RateLimiter(int permits, TimeSpan window)
{
    private readonly Lock _lock = new();
    private readonly Queue<Task<TimeSpan>> _turns = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private Task _last = Task.CompletedTask;

    public Task WaitAsync(CancellationToken token = default)
    {
        lock (_lock)
        {
            var turn = TurnAsync(_turns.Count == permits ? _turns.Dequeue() : null, _last, token);
            _turns.Enqueue(turn);
            _last = turn;
            return turn.WaitAsync(token);
        }
    }

    private async Task<TimeSpan> TurnAsync(Task<TimeSpan>? before, Task last, CancellationToken token)
    {
        await last;
        var due = before is null ? TimeSpan.Zero : await before + window;
        if (due > _watch.Elapsed)
            await Task.Delay(due - _watch.Elapsed, CancellationToken.None);
        return _watch.Elapsed;
    }
}
