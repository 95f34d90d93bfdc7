// Fault: the list of tasks has no lock: two that start at once lose one of the two.
// Verdict: DataRace
// Fails: reported-once, drains, started-or-refused
namespace ConcurrencyKatas.FireAndForget;

public sealed class Background(Action<string, Exception> failed) : IAsyncDisposable
{
    private readonly List<Task> _started = [];
    private volatile bool _closed;

    public void Start(string name, Func<Task> work)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        _started.Add(Task.Run(() => RunAsync(name, work)));
    }

    public async ValueTask DisposeAsync()
    {
        _closed = true;
        await Task.WhenAll(_started);
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
