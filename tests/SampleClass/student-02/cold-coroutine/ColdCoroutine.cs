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
/// A cold coroutine: its body starts with the first await, as a recipe is cooked for the first guest, and only once. Everybody
/// who awaits gets the same result. It may be awaited, read and disposed from many threads at the same time.
/// </summary>
/// <typeparam name="T">What the body returns.</typeparam>
/// <param name="name">What it is called in a report.</param>
/// <param name="body">What it does. It may throw at once, later, or not at all.</param>
/// <param name="neverAwaited">Gets the name, once, if the coroutine is disposed before anybody has awaited it.</param>
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
    /// Reports the name, if nobody has awaited the coroutine so far; never twice. It starts and stops nothing: a later await still runs
    /// the body and gets its result.
    /// </summary>
    public void Dispose()
    {
        if (!_task.IsCompleted)
            neverAwaited?.Invoke(name);
    }
}
