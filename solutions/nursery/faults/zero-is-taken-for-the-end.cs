// Fault: the body is not counted: when there is no child for a while, that is taken for the end.
// Verdict: WrongAnswer
// Fails: waits-for-all, grandchildren
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.Nursery;

public sealed class Nursery
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop;
    private int _running;
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
        catch (Exception exception)
        {
            nursery.Fail(exception);
        }

        if (Volatile.Read(ref nursery._running) > 0)
            await nursery._ended.Task;
        if (nursery._first is { } failure)
            ExceptionDispatchInfo.Throw(failure);
        token.ThrowIfCancellationRequested();
    }

    public void Start(Func<CancellationToken, Task> child)
    {
        lock (_lock)
        {
            if (_ended.Task.IsCompleted)
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

        _ended.TrySetResult();
    }

    private void Fail(Exception failure)
    {
        if (Interlocked.CompareExchange(ref _first, failure, null) is null)
            _stop.Cancel();
    }
}
