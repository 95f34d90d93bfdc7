// Alternative: one task stands for all so far: each start puts a WhenAll of it and the new one in its place.
namespace ConcurrencyKatas.FireAndForget;

public sealed class Background(Action<string, Exception> failed) : IAsyncDisposable
{
    private readonly object _gate = new();
    private Task _all = Task.CompletedTask;
    private bool _closed;

    public void Start(string name, Func<Task> work)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _all = Task.WhenAll(_all, RunAsync(name, work));
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task all;
        lock (_gate)
        {
            _closed = true;
            all = _all;
        }

        await all;
    }

    private async Task RunAsync(string name, Func<Task> work)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
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
