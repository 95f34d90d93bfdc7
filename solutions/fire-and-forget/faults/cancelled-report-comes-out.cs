// Fault: what a report throws is caught, except for an OperationCanceledException: that comes out of the disposal.
// Verdict: WrongAnswer
// Fails: reported-once
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
            _all.Add(Task.Run(() => RunAsync(name, work)));
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
            catch (Exception thrown) when (thrown is not OperationCanceledException)
            {
            }
        }
    }
}
