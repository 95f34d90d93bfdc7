// Fault: the failure of the child that was started first comes out, and not the first in time.
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
    private readonly SortedList<int, Exception> _failures = [];
    private int _number;

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
        if (nursery._failures.Values.FirstOrDefault() is { } failure)
            ExceptionDispatchInfo.Throw(failure);
        token.ThrowIfCancellationRequested();
    }

    public void Start(Func<CancellationToken, Task> child)
    {
        int number;
        lock (_lock)
        {
            if (_running == 0)
                throw new InvalidOperationException("The nursery has ended.");
            _running++;
            number = ++_number;
        }

        _ = WatchAsync(() => child(Token), number);
    }

    private async Task WatchAsync(Func<Task> work, int number = int.MaxValue)
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
            Fail(failure, number);
        }

        lock (_lock)
        {
            if (--_running > 0)
                return;
        }

        _ended.SetResult();
    }

    private void Fail(Exception failure, int number)
    {
        lock (_lock)
            _failures.Add(number, failure);
        _stop.Cancel();
    }
}
