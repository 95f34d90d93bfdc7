// Fault: no child is accepted any more once the token has been cancelled.
// Verdict: WrongAnswer
// Fails: grandchildren, cancellation
namespace ConcurrencyKatas.Nursery;

/// <summary>A block for tasks: whatever is started in it has ended when it ends, and the first failure calls all the others home.</summary>
public sealed class Nursery
{
    private readonly object _gate = new();
    private readonly CancellationTokenSource _stop;
    private readonly CancellationToken _caller;
    private Task _everything = Task.CompletedTask;
    private Exception? _first;
    private bool _ended;

    private Nursery(CancellationToken caller)
    {
        _caller = caller;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(caller);
    }

    public CancellationToken Token => _stop.Token;

    public static async Task RunAsync(Func<Nursery, Task> body, CancellationToken token = default)
    {
        var nursery = new Nursery(token);
        nursery.Add(_ => body(nursery));
        while (!nursery.Ended(out var everything))
            await everything;

        if (nursery._first is { } first)
            throw first;
        token.ThrowIfCancellationRequested();
    }

    public void Start(Func<CancellationToken, Task> child)
    {
        if (Token.IsCancellationRequested)
            throw new InvalidOperationException("The nursery is shutting down.");
        Add(child);
    }

    private void Add(Func<CancellationToken, Task> child)
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_ended)
                throw new InvalidOperationException("The nursery has ended.");
            _everything = Task.WhenAll(_everything, end.Task);
        }

        _ = RunChildAsync();

        async Task RunChildAsync()
        {
            try
            {
                await child(Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested || _caller.IsCancellationRequested)
            {
            }
            catch (Exception failure)
            {
                lock (_gate)
                    _first ??= failure;
                await _stop.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            end.SetResult();
        }
    }

    private bool Ended(out Task everything)
    {
        lock (_gate)
        {
            everything = _everything;
            return _ended = everything.IsCompleted;
        }
    }
}
