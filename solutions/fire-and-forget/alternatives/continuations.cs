// Alternative: no await: a continuation on the unwrapped task reports, and disposal waits for the continuations.
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
            var task = Task.Run(work);
            _started.Add(task.ContinueWith(ended => Ended(name, ended), TaskScheduler.Default));
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

    private void Ended(string name, Task task)
    {
        if (task.Exception is { } all && all.InnerException is not OperationCanceledException)
            Report(name, all.InnerException!);
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
