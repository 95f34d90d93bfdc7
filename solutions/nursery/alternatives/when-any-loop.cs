// Alternative: one loop takes the endings as they come, with WhenAny over a list that grows; a bell rings when somebody is added.
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.Nursery;

public sealed class Nursery
{
    private readonly Lock _lock = new();
    private readonly List<Task> _running = [];
    private readonly CancellationTokenSource _stop;
    private TaskCompletionSource _added = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _closed;

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
        nursery.Start(_ => body(nursery));
        Exception? first = null;
        while (nursery.Watched() is { } watched)
        {
            var ended = await Task.WhenAny(watched);
            if (!nursery.Forget(ended))
                continue;
            var failure = ended.Exception?.InnerException ?? (ended.IsCanceled ? await CancellationOf(ended) : null);
            if (failure is null || first is not null || (failure is OperationCanceledException && stop.IsCancellationRequested))
                continue;
            first = failure;
            await stop.CancelAsync();
        }

        if (first is not null)
            ExceptionDispatchInfo.Throw(first);
        token.ThrowIfCancellationRequested();
    }

    private static async Task<Exception?> CancellationOf(Task task)
    {
        try
        {
            await task;
            return null;
        }
        catch (OperationCanceledException cancellation)
        {
            return cancellation;
        }
    }

    public void Start(Func<CancellationToken, Task> child)
    {
        TaskCompletionSource added;
        lock (_lock)
        {
            if (_closed)
                throw new InvalidOperationException("The nursery has ended.");
            _running.Add(Task.Run(() => child(Token)));
            (added, _added) = (_added, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        added.SetResult();
    }

    private Task[]? Watched()
    {
        lock (_lock)
        {
            _closed = _running.Count == 0;
            return _closed ? null : [.. _running, _added.Task];
        }
    }

    private bool Forget(Task task)
    {
        lock (_lock)
            return _running.Remove(task);
    }
}
