// Fault: the work takes over the scheduler of whoever starts it.
// Verdict: WrongAnswer
// Fails: returns-at-once
namespace ConcurrencyKatas.FireAndForget;

/// <summary>Runs work in the background, hears how each piece of it ends, and waits for all of it at the end.</summary>
public sealed class Background(Action<string, Exception> failed) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<Task> _all = [];
    private bool _closed;

    public void Start(string name, Func<Task> work)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _all.Add(Task.Factory.StartNew(() => RunAsync(name, work)).Unwrap());
        }
    }

    public ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _closed = true;
            return new ValueTask(Task.WhenAll(_all));
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
        catch (Exception failure)
        {
            try
            {
                failed(name, failure);
            }
            catch (Exception)
            {
            }
        }
    }
}
