// Alternative: no lock: the count of running work and the mark "closed" are one number, changed by compare-and-swap.
namespace ConcurrencyKatas.FireAndForget;

public sealed class Background(Action<string, Exception> failed) : IAsyncDisposable
{
    private const int Closed = 1 << 30;

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _state;

    public void Start(string name, Func<Task> work)
    {
        int seen;
        do
        {
            seen = Volatile.Read(ref _state);
            ObjectDisposedException.ThrowIf((seen & Closed) != 0, this);
        }
        while (Interlocked.CompareExchange(ref _state, seen + 1, seen) != seen);
        ThreadPool.QueueUserWorkItem(_ => Run(name, work));
    }

    public ValueTask DisposeAsync()
    {
        if (Interlocked.Or(ref _state, Closed) == 0)
            _ended.TrySetResult();
        return new(_ended.Task);
    }

    // async void: the one place for it is where everything is caught and somebody else hears of the end.
    private async void Run(string name, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException)
        {
        }
        catch (Exception exception)
        {
            Report(name, exception);
        }

        if (Interlocked.Decrement(ref _state) == Closed)
            _ended.TrySetResult();
    }

    private void Report(string name, Exception exception)
    {
        try
        {
            failed(name, exception);
        }
        catch (Exception)
        {
        }
    }
}
