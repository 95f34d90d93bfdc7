// Fault: asks the task for the state, and the task is made when somebody asks.
// Verdict: WrongAnswer
// Fails: cold, states
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
    private readonly Lazy<Task<T>> _run = new(body);
    private int _awaited;
    private int _reported;

    public CoroutineState State => _run.Value.IsCompleted ? CoroutineState.Finished
        : Volatile.Read(ref _awaited) == 1 ? CoroutineState.Running
        : CoroutineState.Created;

    public TaskAwaiter<T> GetAwaiter()
    {
        Volatile.Write(ref _awaited, 1);
        return _run.Value.GetAwaiter();
    }

    public void Dispose()
    {
        if (Volatile.Read(ref _awaited) == 0 && Interlocked.Exchange(ref _reported, 1) == 0)
            neverAwaited?.Invoke(name);
    }
}
