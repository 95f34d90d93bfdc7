// Fault: awaits each piece of work and reports it well, but disposal waits for nothing.
// Verdict: WrongAnswer
// Fails: drains, started-or-refused
namespace ConcurrencyKatas.FireAndForget;

public sealed class Background(Action<string, Exception> failed) : IAsyncDisposable
{
    private volatile bool _closed;

    public void Start(string name, Func<Task> work)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        _ = Task.Run(() => RunAsync(name, work));
    }

    public ValueTask DisposeAsync()
    {
        _closed = true;
        return ValueTask.CompletedTask;
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
