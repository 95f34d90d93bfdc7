// Fault: the task is discarded: the failure rests in it, unheard, and disposal waits for nothing.
// Verdict: WrongAnswer
// Fails: reported-once, drains, started-or-refused
namespace ConcurrencyKatas.FireAndForget;

public sealed class Background(Action<string, Exception> failed) : IAsyncDisposable
{
    private volatile bool _closed;

    public void Start(string name, Func<Task> work)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        _ = Task.Run(work);
    }

    public ValueTask DisposeAsync()
    {
        _closed = true;
        return ValueTask.CompletedTask;
    }
}
