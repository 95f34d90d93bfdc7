// Alternative: no await around a child: continuations on the unwrapped tasks note failures and count.
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
        nursery.Watch(Task.Run(() => body(nursery)));
        await nursery._ended.Task;
        if (nursery._first is { } failure)
            ExceptionDispatchInfo.Throw(failure);
        token.ThrowIfCancellationRequested();
    }

    public void Start(Func<CancellationToken, Task> child)
    {
        lock (_lock)
        {
            if (_running == 0)
                throw new InvalidOperationException("The nursery has ended.");
            _running++;
        }

        Watch(Task.Run(() => child(Token)));
    }

    private void Watch(Task task) => task.ContinueWith(Ended, TaskScheduler.Default);

    private void Ended(Task task)
    {
        if (task.IsFaulted)
            Fail(task.Exception.InnerException!);
        else if (task.IsCanceled && !Token.IsCancellationRequested)
            Fail(CancellationOf(task));
        lock (_lock)
        {
            if (--_running > 0)
                return;
        }

        _ended.SetResult();
    }

    private static Exception CancellationOf(Task task)
    {
        try
        {
            task.GetAwaiter().GetResult();
            throw new InvalidOperationException("It was not cancelled.");
        }
        catch (OperationCanceledException cancellation)
        {
            return cancellation;
        }
    }

    private void Fail(Exception failure)
    {
        if (Interlocked.CompareExchange(ref _first, failure, null) is null)
            _stop.Cancel();
    }
}
