// Fault: blocks the caller until all have ended.
// Verdict: WrongAnswer
// Fails: waits-for-all
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.Nursery;

public sealed class Nursery
{
    private readonly Lock _lock = new();
    private readonly List<Task> _children = [];
    private readonly CancellationTokenSource _stop;
    private bool _closed;
    private Exception? _first;

    private Nursery(CancellationTokenSource stop)
    {
        _stop = stop;
        Token = stop.Token;
    }

    public CancellationToken Token { get; }

    public static Task RunAsync(Func<Nursery, Task> body, CancellationToken token = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        var nursery = new Nursery(stop);
        nursery.WatchAsync(() => body(nursery)).GetAwaiter().GetResult();
        while (nursery.Left() is { Length: > 0 } left)
            Task.WaitAll(left);
        if (nursery._first is { } failure)
            ExceptionDispatchInfo.Throw(failure);
        token.ThrowIfCancellationRequested();
        return Task.CompletedTask;
    }

    public void Start(Func<CancellationToken, Task> child)
    {
        lock (_lock)
        {
            if (_closed)
                throw new InvalidOperationException("The nursery has ended.");
            _children.Add(Task.Run(() => WatchAsync(() => child(Token))));
        }
    }

    private Task[] Left()
    {
        lock (_lock)
        {
            _children.RemoveAll(child => child.IsCompleted);
            _closed = _children.Count == 0;
            return [.. _children];
        }
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
    }

    private void Fail(Exception failure)
    {
        if (Interlocked.CompareExchange(ref _first, failure, null) is null)
            _stop.Cancel();
    }
}
