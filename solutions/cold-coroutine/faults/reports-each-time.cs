// Fault: reports at every Dispose.
// Verdict: WrongAnswer
// Fails: never-awaited
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
    private readonly Lock _lock = new();
    private volatile CoroutineState _state;
    private Task<T>? _task;

    public CoroutineState State => _state;

    public TaskAwaiter<T> GetAwaiter()
    {
        lock (_lock)
            return (_task ??= RunAsync()).GetAwaiter();
    }

    public void Dispose()
    {
        if (_state == CoroutineState.Created)
            neverAwaited?.Invoke(name);
    }

    private async Task<T> RunAsync()
    {
        _state = CoroutineState.Running;
        try
        {
            return await body();
        }
        finally
        {
            _state = CoroutineState.Finished;
        }
    }
}
