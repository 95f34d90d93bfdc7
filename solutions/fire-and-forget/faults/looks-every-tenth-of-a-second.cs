// Fault: the disposal looks every tenth of a second whether all is over.
// Verdict: WrongAnswer
// Fails: drains
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

    public async ValueTask DisposeAsync()
    {
        lock (_lock)
            _closed = true;
        while (_started.Exists(task => !task.IsCompleted))
            await Task.Delay(TimeSpan.FromMilliseconds(100));
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
