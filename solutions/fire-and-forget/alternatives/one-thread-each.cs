// Alternative: a thread for each piece of work, which blocks on it; disposal joins them away from its caller.
namespace ConcurrencyKatas.FireAndForget;

public sealed class Background(Action<string, Exception> failed) : IAsyncDisposable
{
    private readonly List<Thread> _threads = [];
    private Task? _joined;

    public void Start(string name, Func<Task> work)
    {
        lock (_threads)
        {
            ObjectDisposedException.ThrowIf(_joined is not null, this);
            var thread = new Thread(() => Run(name, work)) { IsBackground = true };
            _threads.Add(thread);
            thread.Start();
        }
    }

    public ValueTask DisposeAsync()
    {
        lock (_threads)
            return new(_joined ??= Task.Run(() => _threads.ForEach(thread => thread.Join())));
    }

    private void Run(string name, Func<Task> work)
    {
        try
        {
            work().GetAwaiter().GetResult();
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
