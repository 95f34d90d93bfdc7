// Fault: counts down in the catch, before the failure is noted: that of the last one may be lost.
// Verdict: WrongAnswer
// Fails: original-error
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.Nursery;

public sealed class Nursery
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _first;
    private int _inside = 1;

    private Nursery(CancellationToken token)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        Token = _stop.Token;
    }

    public CancellationToken Token { get; }

    public static async Task RunAsync(Func<Nursery, Task> body, CancellationToken token = default)
    {
        var nursery = new Nursery(token);
        _ = nursery.WatchAsync(_ => body(nursery));
        await nursery._ended.Task;
        if (nursery._first is { } failure)
            ExceptionDispatchInfo.Throw(failure);
        token.ThrowIfCancellationRequested();
    }

    public void Start(Func<CancellationToken, Task> child)
    {
        lock (_gate)
        {
            if (_inside == 0)
                throw new InvalidOperationException("The nursery has ended.");
            _inside++;
        }

        _ = WatchAsync(child);
    }

    private async Task WatchAsync(Func<CancellationToken, Task> work)
    {
        try
        {
            await work(Token);
            CountDown();
        }
        catch (OperationCanceledException) when (Token.IsCancellationRequested)
        {
            CountDown();
        }
        catch (Exception failure)
        {
            CountDown();
            Interlocked.CompareExchange(ref _first, failure, null);
            _stop.Cancel();
        }

        void CountDown()
        {
            lock (_gate)
            {
                if (--_inside > 0)
                    return;
            }

            _ended.SetResult();
        }
    }
}
