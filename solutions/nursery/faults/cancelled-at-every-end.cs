// Fault: the token is cancelled at the end, even if nothing has failed.
// Verdict: WrongAnswer
// Fails: fails-fast
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.Nursery;

/// <summary>A block for tasks: whatever is started in it has ended when it ends, and the first failure calls all the others home.</summary>
public sealed class Nursery
{
    private readonly Queue<Task> _watched = new();
    private readonly CancellationTokenSource _stop;
    private readonly CancellationToken _caller;
    private Exception? _first;
    private bool _ended;

    private Nursery(CancellationToken caller)
    {
        _caller = caller;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(caller);
        Token = _stop.Token;
    }

    public CancellationToken Token { get; }

    public static async Task RunAsync(Func<Nursery, Task> body, CancellationToken token = default)
    {
        var nursery = new Nursery(token);
        try
        {
            await nursery.WatchAsync(() => body(nursery));
            while (nursery.NextOrClose() is { } next)
                await next;
        }
        finally
        {
            await nursery.CallHomeAsync();
        }

        if (nursery._first is { } first)
            ExceptionDispatchInfo.Throw(first);
        token.ThrowIfCancellationRequested();
    }

    public void Start(Func<CancellationToken, Task> child)
    {
        lock (_watched)
        {
            if (_ended)
                throw new InvalidOperationException("Nobody would wait for this child.");
            _watched.Enqueue(Task.Run(() => WatchAsync(() => child(Token))));
        }
    }

    private Task? NextOrClose()
    {
        lock (_watched)
        {
            if (_watched.TryDequeue(out var next))
                return next;
            _ended = true;
            return null;
        }
    }

    private async Task WatchAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested || _caller.IsCancellationRequested)
        {
        }
        catch (Exception failure)
        {
            Interlocked.CompareExchange(ref _first, failure, null);
            await CallHomeAsync();
        }
    }

    private async Task CallHomeAsync() => await _stop.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
