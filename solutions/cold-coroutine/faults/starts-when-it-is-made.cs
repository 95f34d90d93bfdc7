// Fault: the task is started when the coroutine is made: everything is cooked at six in the morning.
// Verdict: WrongAnswer
// Fails: cold, once, failure, states, never-awaited
using System.Runtime.CompilerServices;

namespace ConcurrencyKatas.ColdCoroutine;

public enum CoroutineState
{
    Created,
    Running,
    Finished,
}

public sealed class Coroutine<T>(string name, Func<Task<T>> body, Action<string>? neverAwaited = null) : IDisposable
{
    private readonly Task<T> _task = body();
    private int _awaited;
    private int _reported;

    public CoroutineState State => _task.IsCompleted ? CoroutineState.Finished
        : Volatile.Read(ref _awaited) == 1 ? CoroutineState.Running
        : CoroutineState.Created;

    public TaskAwaiter<T> GetAwaiter()
    {
        Volatile.Write(ref _awaited, 1);
        return _task.GetAwaiter();
    }

    public void Dispose()
    {
        if (Volatile.Read(ref _awaited) == 0 && Interlocked.Exchange(ref _reported, 1) == 0)
            neverAwaited?.Invoke(name);
    }
}
