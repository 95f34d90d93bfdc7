// Fault: reports what the task holds, an AggregateException around the exception.
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
            _started.Add(Task.Run(work).ContinueWith(ended => Ended(name, ended), TaskScheduler.Default));
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
        if (task.Exception is { } failure)
            Report(name, failure);
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
