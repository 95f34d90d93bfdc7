using System.Runtime.CompilerServices;

namespace ConcurrencyKatas.ColdCoroutine;

/// <summary>How far a coroutine has come.</summary>
public enum CoroutineState
{
    /// <summary>Nobody has awaited it yet, and nothing of its body has run.</summary>
    Created,

    /// <summary>It was awaited, and its body has begun.</summary>
    Running,

    /// <summary>Its body has ended, with a result or with a failure.</summary>
    Finished,
}

/// <summary>
/// A recipe that is cooked when the first guest sits down, and only once: the body starts with the first await, and everybody
/// who awaits gets the same result. It may be awaited, read and disposed from many threads at the same time.
/// </summary>
/// <typeparam name="T">What the body returns.</typeparam>
/// <param name="name">What it is called in a report.</param>
/// <param name="body">What it does. It may throw at once, later, or not at all.</param>
/// <param name="neverAwaited">Told the name when the coroutine is disposed without ever having been awaited.</param>
public sealed class Coroutine<T>(string name, Func<Task<T>> body, Action<string>? neverAwaited = null) : IDisposable
{
    private readonly Task<T> _task = body();

    /// <summary>How far it has come: created, running, finished, in this order. Reading it starts nothing.</summary>
    public CoroutineState State => _task.IsCompleted ? CoroutineState.Finished : CoroutineState.Running;

    /// <summary>
    /// Called by <c>await</c>. The first call starts the body, on the thread that awaits, as a plain call of it would. Each await gets the
    /// result of that one run, or the very exception that ended it.
    /// </summary>
    public TaskAwaiter<T> GetAwaiter() => _task.GetAwaiter();

    /// <summary>
    /// Reports the name, once, if nobody has awaited the coroutine until now. It neither starts nor stops anything: whoever awaits
    /// later still gets the result.
    /// </summary>
    public void Dispose()
    {
        if (!_task.IsCompleted)
            neverAwaited?.Invoke(name);
    }
}
