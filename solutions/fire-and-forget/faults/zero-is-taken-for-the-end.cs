// Fault: counts what is running, and takes the first zero for the end, also before anybody has disposed.
// Verdict: WrongAnswer
// Fails: drains
namespace ConcurrencyKatas.FireAndForget;

public sealed class Background(Action<string, Exception> failed) : IAsyncDisposable
{
    private readonly TaskCompletionSource _ended = new();
    private readonly Lock _lock = new();
    private int _running;
    private bool _closed;

    public void Start(string name, Func<Task> work)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _running++;
        }

        Task.Run(() => RunAsync(name, work));
    }

    public ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _closed = true;
            return _running == 0 ? ValueTask.CompletedTask : new(_ended.Task);
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

        lock (_lock)
        {
            if (--_running == 0)
                _ended.TrySetResult();
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
