// Fault: what siblings throw when they are called home is known by the token that it carries.
// Verdict: WrongAnswer
// Fails: cancellation
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.Nursery;

/// <summary>A block for tasks: whatever is started in it has ended when it ends, and the first failure calls all the others home.</summary>
public sealed class Nursery
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop;
    private Exception? _first;
    private int _open = 1;

    private Nursery(CancellationToken caller)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(caller);
        Token = _stop.Token;
    }

    public CancellationToken Token { get; }

    public static async Task RunAsync(Func<Nursery, Task> body, CancellationToken token = default)
    {
        var nursery = new Nursery(token);
        _ = nursery.WatchAsync(_ => body(nursery));
        await nursery._empty.Task;
        if (nursery._first is { } first)
            ExceptionDispatchInfo.Throw(first);
        token.ThrowIfCancellationRequested();
    }

    public void Start(Func<CancellationToken, Task> child)
    {
        lock (_gate)
        {
            if (_open == 0)
                throw new InvalidOperationException("The nursery has ended.");
            _open++;
        }

        _ = WatchAsync(child);
    }

    private async Task WatchAsync(Func<CancellationToken, Task> work)
    {
        try
        {
            await work(Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException echo) when (echo.CancellationToken == Token)
        {
        }
        catch (Exception failure)
        {
            Interlocked.CompareExchange(ref _first, failure, null);
            await _stop.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        bool last;
        lock (_gate)
            last = --_open == 0;
        if (last)
            _empty.SetResult();
    }
}
