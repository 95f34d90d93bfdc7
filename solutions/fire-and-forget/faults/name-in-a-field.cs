// Fault: the name is kept in a field: the last one that started gives its name to all.
// Verdict: WrongAnswer
// Fails: reported-once
namespace ConcurrencyKatas.FireAndForget;

public sealed class Background(Action<string, Exception> failed) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly List<Task> _started = [];
    private bool _closed;
    private string _name = "";

    public void Start(string name, Func<Task> work)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _name = name;
            _started.Add(Task.Run(() => RunAsync(work)));
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

    private async Task RunAsync(Func<Task> work)
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
            Report(_name, exception);
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
