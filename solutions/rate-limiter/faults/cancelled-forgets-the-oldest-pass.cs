// Fault: takes the oldest pass out before the wait, and does not put it back when the wait is cancelled.
// Verdict: WrongAnswer
// Fails: cancelled
using System.Diagnostics;

namespace ConcurrencyKatas.RateLimiter;

public sealed class RateLimiter(int permits, TimeSpan window)
{
    private readonly Lock _lock = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Queue<TimeSpan> _passes = [];
    private Task _last = Task.CompletedTask;

    public Task WaitAsync(CancellationToken token = default)
    {
        if (token.IsCancellationRequested)
            return Task.FromCanceled(token);
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task before;
        lock (_lock)
        {
            before = _last;
            _last = mine.Task;
        }

        return PassAsync(before, mine, token);
    }

    private async Task PassAsync(Task before, TaskCompletionSource mine, CancellationToken token)
    {
        try
        {
            await before.WaitAsync(token);
        }
        catch (OperationCanceledException)
        {
            // The next one waits for whom this one waited for.
            _ = HandOnAsync(before, mine);
            throw;
        }

        try
        {
            if (_passes.Count == permits && _passes.TryDequeue(out var oldest))
            {
                var pause = oldest + window - _watch.Elapsed;
                if (pause > TimeSpan.Zero)
                    await Task.Delay(pause, token);
            }

            _passes.Enqueue(_watch.Elapsed);
        }
        finally
        {
            mine.SetResult();
        }
    }

    private static async Task HandOnAsync(Task before, TaskCompletionSource mine)
    {
        await before;
        mine.SetResult();
    }
}
