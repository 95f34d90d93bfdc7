using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.Nursery;

/// <summary>
/// A block for tasks: whatever is started in it has ended when it ends, and the first failure calls all the others home.
/// </summary>
public sealed class Nursery
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop;
    private int _running = 1; // The body is one of them.
    private Exception? _first;

    private Nursery(CancellationTokenSource stop)
    {
        _stop = stop;
        Token = stop.Token;
    }

    /// <summary>Is cancelled when the body or a child fails, and when the caller cancels.</summary>
    public CancellationToken Token { get; }

    /// <summary>Runs <paramref name="body"/> with a new nursery, and ends when the body and all children have ended.</summary>
    /// <param name="body">May start children, and may end before they do.</param>
    /// <param name="token">Once it is cancelled, the body and the children are called home.</param>
    /// <exception cref="Exception">The first failure in time, of the body or of a child: the very exception.</exception>
    /// <exception cref="OperationCanceledException">Nobody failed, and the caller has cancelled: it carries <paramref name="token"/>.</exception>
    public static async Task RunAsync(Func<Nursery, Task> body, CancellationToken token = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        var nursery = new Nursery(stop);
        _ = nursery.WatchAsync(() => body(nursery));
        await nursery._ended.Task;
        if (nursery._first is { } failure)
            ExceptionDispatchInfo.Throw(failure);
        token.ThrowIfCancellationRequested();
    }

    /// <summary>
    /// Starts a child, which gets <see cref="Token"/>. The body, a child, and whoever else has the nursery may call it, several at once. It
    /// never throws what the child throws.
    /// </summary>
    /// <exception cref="InvalidOperationException">The nursery has ended. The child is not run.</exception>
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
            // Called home, and came.
        }
        catch (Exception failure)
        {
            if (Interlocked.CompareExchange(ref _first, failure, null) is null)
                await _stop.CancelAsync();
        }

        lock (_lock)
        {
            if (--_running > 0)
                return;
        }

        _ended.SetResult();
    }
}
