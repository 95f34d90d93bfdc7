namespace ConcurrencyKatas.FireAndForget;

/// <summary>Runs work in the background, hears how each piece of it ends, and waits for all of it at the end.</summary>
/// <param name="failed">
/// Called for each failure, with the name that the work was started with and the exception. It may be slow, it may throw, and it
/// may be called by several threads at once.
/// </param>
public sealed class Background(Action<string, Exception> failed) : IAsyncDisposable
{
    private readonly Action<string, Exception> _failed = failed; // It is not called yet.

    /// <summary>Starts <paramref name="work"/> on another thread, and returns at once.</summary>
    /// <param name="name">What the work is called in a report. Two pieces of work may have one name.</param>
    /// <param name="work">The work. It may compute before it first awaits, and it may throw, at once or later.</param>
    /// <exception cref="ObjectDisposedException">The disposal has begun. The work is not run.</exception>
    public async void Start(string name, Func<Task> work) => await work();

    /// <summary>
    /// Ends when all work that was started has ended and its failures have been reported, and not before, however often it is
    /// called. It never throws or blocks. From its first call on, nothing can be started.
    /// </summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
