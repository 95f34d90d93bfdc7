// Fault: the lock is static: while one body computes, no other coroutine of that type starts.
// Verdict: WrongAnswer
// Fails: cold
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
    private static readonly Lock Gate = new();
    private volatile CoroutineState _state;
    private Task<T>? _task;
    private int _reported;

    public CoroutineState State => _state;

    public TaskAwaiter<T> GetAwaiter()
    {
        lock (Gate)
            return (_task ??= RunAsync()).GetAwaiter();
    }

    public void Dispose()
    {
        if (_state == CoroutineState.Created && Interlocked.Exchange(ref _reported, 1) == 0)
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
