// Fault: awaits the children one by one: a failure is seen only when its turn comes.
// Verdict: WrongAnswer
// Fails: fails-fast, original-error
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.Nursery;

public sealed class Nursery
{
    private readonly Lock _lock = new();
    private readonly List<Task> _children = [];
    private readonly CancellationTokenSource _stop;
    private bool _closed;
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
        nursery.Start(_ => body(nursery));
        for (var i = 0; nursery.Next(i) is { } child; i++)
        {
            try
            {
                await child;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
            }
            catch (Exception failure)
            {
                nursery._first ??= failure;
                await stop.CancelAsync();
            }
        }

        if (nursery._first is { } first)
            ExceptionDispatchInfo.Throw(first);
        token.ThrowIfCancellationRequested();
    }

    public void Start(Func<CancellationToken, Task> child)
    {
        lock (_lock)
        {
            if (_closed)
                throw new InvalidOperationException("The nursery has ended.");
            _children.Add(Task.Run(() => child(Token)));
        }
    }

    private Task? Next(int i)
    {
        lock (_lock)
        {
            _closed = i == _children.Count;
            return _closed ? null : _children[i];
        }
    }
}
