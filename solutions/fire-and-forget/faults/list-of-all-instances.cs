// Fault: only the list of tasks is static: one disposal waits for the work of all.
// Verdict: WrongAnswer
// Fails: drains
namespace ConcurrencyKatas.FireAndForget;

public sealed class Background(Action<string, Exception> failed) : IAsyncDisposable
{
    private static readonly Lock Gate = new();
    private static readonly List<Task> Started = [];

    private bool _closed;

    public void Start(string name, Func<Task> work)
    {
        lock (Gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            Started.Add(Task.Run(() => RunAsync(name, work)));
        }
    }

    public ValueTask DisposeAsync()
    {
        lock (Gate)
        {
            _closed = true;
            return new(Task.WhenAll(Started));
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
