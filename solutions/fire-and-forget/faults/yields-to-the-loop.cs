// Fault: Task.Yield instead of the pool: on a loop the work runs there, a turn later.
// Verdict: WrongAnswer
// Fails: returns-at-once
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
            _started.Add(RunAsync(name, work));
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
        await Task.Yield();
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
