// Fault: each piece of work is begun on a thread of its own, and not on one of the pool.
// Verdict: WrongAnswer
// Fails: returns-at-once
namespace ConcurrencyKatas.FireAndForget;

public sealed class Background(Action<string, Exception> failed) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly List<Task> _all = [];
    private bool _closed;

    public void Start(string name, Func<Task> work)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _all.Add(Task.Factory.StartNew(
                () => RunAsync(name, work), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap());
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task all;
        lock (_lock)
        {
            _closed = true;
            all = Task.WhenAll(_all);
        }

        await all;
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
