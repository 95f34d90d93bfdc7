// Fault: whether it is closed is asked outside of the lock: between the question and the entry disposal may come.
// Verdict: WrongAnswer
// Fails: started-or-refused
namespace ConcurrencyKatas.FireAndForget;

public sealed class Background(Action<string, Exception> failed) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly List<Task> _started = [];
    private volatile bool _closed;

    public void Start(string name, Func<Task> work)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        lock (_lock)
        {
            _started.Add(Task.Run(() => RunAsync(name, work)));
        }
    }

    public ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _closed = true;
            return new(Task.WhenAll(_started));
        }
    }

    private async Task RunAsync(string name, Func<Task> work)
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
