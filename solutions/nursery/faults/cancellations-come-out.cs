// Fault: what siblings throw because they are called home is kept in the list too, and WhenAll throws the first of the list.
// Verdict: WrongAnswer
// Fails: original-error
namespace ConcurrencyKatas.Nursery;

public sealed class Nursery
{
    private readonly Lock _lock = new();
    private readonly List<Task> _children = [];
    private readonly CancellationTokenSource _stop;
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
        var seen = 0;
        for (var all = nursery.All(); all.Length > seen; all = nursery.All())
        {
            seen = all.Length;
            await Task.WhenAll(all).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        var ended = nursery.All(close: true);
        try
        {
            foreach (var task in ended)
                await task;
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            throw new OperationCanceledException(token);
        }
    }

    public void Start(Func<CancellationToken, Task> child)
    {
        lock (_lock)
        {
            if (_closed)
                throw new InvalidOperationException("The nursery has ended.");
            _children.Add(Task.Run(() => WatchAsync(() => child(Token))));
        }
    }

    private Task[] All(bool close = false)
    {
        lock (_lock)
        {
            _closed |= close;
            return [.. _children];
        }
    }

    private async Task WatchAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception)
        {
            await _stop.CancelAsync();
            throw;
        }
    }
}
