// Fault: locks an object that it has just made, which locks out nobody.
// Verdict: DataRace
// Fails: reported-once, drains, started-or-refused
namespace ConcurrencyKatas.FireAndForget;

public sealed class Background(Action<string, Exception> failed) : IAsyncDisposable
{
    private readonly List<Task> _started = [];
    private bool _closed;

    public void Start(string name, Func<Task> work)
    {
        lock (new object())
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _started.Add(Task.Run(() => RunAsync(name, work)));
        }
    }

    public ValueTask DisposeAsync()
    {
        lock (new object())
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
