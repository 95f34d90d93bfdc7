// Alternative: every ending goes into a channel; RunAsync reads them, cancels at the first failure, and counts.
using System.Runtime.ExceptionServices;
using System.Threading.Channels;

namespace ConcurrencyKatas.Nursery;

public sealed class Nursery
{
    private readonly Channel<Exception?> _endings = Channel.CreateUnbounded<Exception?>();
    private readonly object _gate = new();
    private readonly CancellationTokenSource _stop;
    private int _open = 1;

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
        _ = nursery.EndAsync(() => body(nursery));
        Exception? first = null;
        do
        {
            var ending = await nursery._endings.Reader.ReadAsync();
            if (first is null && ending is not null && !(ending is OperationCanceledException && stop.IsCancellationRequested))
            {
                first = ending;
                stop.Cancel();
            }
        }
        while (nursery.OneLess());
        if (first is not null)
            ExceptionDispatchInfo.Capture(first).Throw();
        if (token.IsCancellationRequested)
            throw new OperationCanceledException(token);
    }

    public void Start(Func<CancellationToken, Task> child)
    {
        lock (_gate)
        {
            if (_open == 0)
                throw new InvalidOperationException("The nursery has ended.");
            _open++;
        }

        _ = EndAsync(() => child(Token));
    }

    private bool OneLess()
    {
        lock (_gate)
            return --_open > 0;
    }

    private async Task EndAsync(Func<Task> work)
    {
        Exception? ending = null;
        try
        {
            await work();
        }
        catch (Exception exception)
        {
            ending = exception;
        }

        _endings.Writer.TryWrite(ending);
    }
}
