// Alternative: each caller waits for the one before, and the first for its instant; one who leaves hands on whom it waited for.
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
            if (_passes.Count == permits)
            {
                var pause = _passes.Peek() + window - _watch.Elapsed;
                if (pause > TimeSpan.Zero)
                    await Task.Delay(pause, token);
                _passes.Dequeue();
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
