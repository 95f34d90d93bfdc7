// Fault: the failure is reported by a continuation that disposal does not wait for.
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
            var task = Task.Run(work);
            task.ContinueWith(ended => Report(name, ended.Exception!.InnerException!), TaskContinuationOptions.OnlyOnFaulted);
            _started.Add(task);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task all;
        lock (_lock)
        {
            _closed = true;
            all = Task.WhenAll(_started);
        }

        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
