// Fault: the body is awaited by itself: when it fails, nobody calls the children home.
// Verdict: WrongAnswer
// Fails: fails-fast
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.Nursery;

public sealed class Nursery
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop;
    private int _running = 1;
    private Exception? _first;

    private Nursery(CancellationTokenSource stop)
    {
        _stop = stop;
        Token = stop.Token;
    }

    public CancellationToken Token { get; }

    public static async Task RunAsync(Func<Nursery, Task> body, CancellationToken token = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        var nursery = new Nursery(stop);
        try
        {
            await body(nursery);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        catch (Exception failure)
        {
            Interlocked.CompareExchange(ref nursery._first, failure, null);
        }

        await nursery.WatchAsync(() => Task.CompletedTask);
        await nursery._ended.Task;
        if (nursery._first is { } first)
            ExceptionDispatchInfo.Throw(first);
        token.ThrowIfCancellationRequested();
    }

    public void Start(Func<CancellationToken, Task> child)
    {
        lock (_lock)
        {
            if (_running == 0)
                throw new InvalidOperationException("The nursery has ended.");
            _running++;
        }

        _ = WatchAsync(() => child(Token));
    }

    private async Task WatchAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (Token.IsCancellationRequested)
        {
        }
        catch (Exception failure)
        {
            Fail(failure);
        }

        lock (_lock)
        {
            if (--_running > 0)
                return;
        }

        _ended.SetResult();
    }

    private void Fail(Exception failure)
    {
        if (Interlocked.CompareExchange(ref _first, failure, null) is null)
            _stop.Cancel();
    }
}
