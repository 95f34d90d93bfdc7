// Fault: looks at what has been started first, and closes afterwards.
// Verdict: WrongAnswer
// Fails: started-or-refused
namespace ConcurrencyKatas.FireAndForget;

public sealed class Background(Action<string, Exception> failed) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly List<Task> _started = [];
    private bool _closed;

    public void Start(string name, Func<Task> work)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _started.Add(Task.Run(() => RunAsync(name, work)));
        }
    }

    public ValueTask DisposeAsync()
    {
        Task all;
        lock (_lock)
            all = Task.WhenAll(_started);
        lock (_lock)
            _closed = true;
        return new(all);
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
