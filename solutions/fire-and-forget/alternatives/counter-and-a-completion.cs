// Alternative: counts what is running, and one for being open; whoever counts down to zero completes the end.
namespace ConcurrencyKatas.FireAndForget;

public sealed class Background(Action<string, Exception> failed) : IAsyncDisposable
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly object _gate = new();
    private int _running = 1;
    private bool _closed;

    public void Start(string name, Func<Task> work)
    {
        lock (_gate)
        {
            if (_closed)
                throw new ObjectDisposedException(nameof(Background));
            _running++;
        }

        Task.Run(() => RunAsync(name, work));
    }

    public async ValueTask DisposeAsync()
    {
        bool first;
        lock (_gate)
        {
            first = !_closed;
            _closed = true;
        }

        if (first)
            Leave();
        await _ended.Task;
    }

    private void Leave()
    {
        lock (_gate)
        {
            if (--_running > 0)
                return;
        }

        _ended.SetResult();
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
        finally
        {
            Leave();
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
