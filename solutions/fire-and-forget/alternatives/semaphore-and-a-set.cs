// Alternative: a semaphore as the lock, and a set that work leaves when it has ended.
namespace ConcurrencyKatas.FireAndForget;

public sealed class Background(Action<string, Exception> failed) : IAsyncDisposable
{
    private readonly SemaphoreSlim _door = new(1, 1);
    private readonly HashSet<Task> _running = [];
    private bool _closed;

    public void Start(string name, Func<Task> work)
    {
        _door.Wait();
        try
        {
            if (_closed)
                throw new ObjectDisposedException(GetType().Name);
            var task = Task.Factory.StartNew(() => RunAsync(name, work), CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Default).Unwrap();
            _running.Add(task);
            task.ContinueWith(Forget, TaskScheduler.Default);
        }
        finally
        {
            _door.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _door.WaitAsync();
        _closed = true;
        Task[] left = [.. _running];
        _door.Release();
        await Task.WhenAll(left);
    }

    private void Forget(Task task)
    {
        _door.Wait();
        _running.Remove(task);
        _door.Release();
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
