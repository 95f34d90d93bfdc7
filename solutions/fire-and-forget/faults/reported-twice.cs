// Fault: reported where it is caught, and again by the continuation.
// Verdict: WrongAnswer
// Fails: reported-once
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
            var task = Task.Run(() => RunAsync(name, work));
            task.ContinueWith(ended => Report(name, ended.Exception!.InnerException!), TaskContinuationOptions.OnlyOnFaulted);
            _started.Add(task.ContinueWith(_ => { }, TaskScheduler.Default));
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
            throw;
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
