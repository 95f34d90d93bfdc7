// Fault: it can be started for ever: the disposal waits for a snapshot.
// Verdict: WrongAnswer
// Fails: started-or-refused
namespace ConcurrencyKatas.FireAndForget;

public sealed class Background(Action<string, Exception> failed) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly List<Task> _started = [];

    public void Start(string name, Func<Task> work)
    {
        lock (_lock)
        {
            _started.Add(Task.Run(() => RunAsync(name, work)));
        }
    }

    public ValueTask DisposeAsync()
    {
        lock (_lock)
            return new(Task.WhenAll(_started));
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
