// Fault: the disposal waits for a minute, and not for as long as it takes.
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
        Task all;
        lock (_lock)
        {
            _closed = true;
            all = Task.WhenAll(_started);
        }

        await Task.WhenAny(all, Task.Delay(TimeSpan.FromMinutes(1)));
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
