// Fault: asks the caller's token first: a failure that came before is forgotten.
// Verdict: WrongAnswer
// Fails: original-error
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
        _ = nursery.WatchAsync(() => body(nursery));
        await nursery._ended.Task;
        token.ThrowIfCancellationRequested();
        if (nursery._first is { } failure)
            ExceptionDispatchInfo.Throw(failure);
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
