// Alternative: a CountdownEvent, to which nobody can be added once it is at zero; a thread of the pool waits for it.
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.Nursery;

public sealed class Nursery
{
    private readonly CountdownEvent _left = new(1);
    private readonly CancellationTokenSource _stop;
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
        _ = nursery.WatchAsync(() => body(nursery));
        await Task.Run(() => nursery._left.Wait());
        if (nursery._first is { } failure)
            ExceptionDispatchInfo.Throw(failure);
        token.ThrowIfCancellationRequested();
    }

    public void Start(Func<CancellationToken, Task> child)
    {
        if (!_left.TryAddCount())
            throw new InvalidOperationException("The nursery has ended.");
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
        finally
        {
            _left.Signal();
        }
    }

    private void Fail(Exception failure)
    {
        if (Interlocked.CompareExchange(ref _first, failure, null) is null)
            _stop.Cancel();
    }
}
