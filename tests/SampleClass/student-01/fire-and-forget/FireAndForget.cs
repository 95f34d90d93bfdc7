namespace ConcurrencyKatas.FireAndForget;

/// <summary>Runs work in the background, hears how each piece of it ends, and waits for all of it at the end.</summary>
/// <param name="failed">
/// Is told of each failure: the name that the work was started with, and the exception. It may take its time, it may throw, and it
/// may be called by several threads at once.
/// </param>
public sealed class Background(Action<string, Exception> failed) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly List<Task> _started = [];
    private bool _closed;

    /// <summary>Starts <paramref name="work"/> on another thread, and returns at once.</summary>
    /// <param name="name">What the work is called in a report. Two pieces of work may have one name.</param>
    /// <param name="work">The work. It may compute before it first awaits, and it may throw, at once or later.</param>
    /// <exception cref="ObjectDisposedException">The disposal has begun. The work is not run.</exception>
    public void Start(string name, Func<Task> work)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _started.Add(Task.Run(() => RunAsync(name, work)));
        }
    }

    /// <summary>
    /// Ends when all work that was started has ended and its failures have been reported, and not before, however often it is
    /// called. It never throws. From its first call on, nothing can be started.
    /// </summary>
    public ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _closed = true;
            return new(Task.WhenAll(_started));
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
            // Whoever was cancelled has not failed.
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
            // There is nobody left to tell, and the other pieces of work are not to suffer for it.
        }
    }
}
