// Fault: a concurrent collection in place of the lock: entering is safe, but asking and entering are two steps.
// Verdict: WrongAnswer
// Fails: started-or-refused
using System.Collections.Concurrent;

namespace ConcurrencyKatas.FireAndForget;

public sealed class Background(Action<string, Exception> failed) : IAsyncDisposable
{
    private readonly ConcurrentBag<Task> _started = [];
    private volatile bool _closed;

    public void Start(string name, Func<Task> work)
    {
        if (_closed)
            throw new ObjectDisposedException(nameof(Background));
        _started.Add(Task.Run(() => RunAsync(name, work)));
    }

    public async ValueTask DisposeAsync()
    {
        _closed = true;
        await Task.WhenAll(_started);
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
