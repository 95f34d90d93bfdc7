// Fault: waits for those who were there when the body ended, and for nobody who comes later.
// Verdict: WrongAnswer
// Fails: grandchildren
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.Nursery;

public sealed class Nursery
{
    private readonly Lock _lock = new();
    private readonly List<Task> _children = [];
    private readonly CancellationTokenSource _stop;
    private readonly bool _closed;
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
        await nursery.WatchAsync(() => body(nursery));
        await Task.WhenAll(nursery.Left());
        if (nursery._first is { } failure)
            ExceptionDispatchInfo.Throw(failure);
        token.ThrowIfCancellationRequested();
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
