// Fault: waits for the body in GetAwaiter: on a loop, the body waits for the loop, and the loop for the body.
// Verdict: Deadlock
// Fails: once, failure, states, never-awaited
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
    private bool _reported;

    public CoroutineState State => _state;

    public TaskAwaiter<T> GetAwaiter()
    {
        lock (_lock)
            return (_task ??= RunAsync()).GetAwaiter();
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_reported || _state != CoroutineState.Created)
                return;
            _reported = true;
        }

        neverAwaited?.Invoke(name);
    }

    private async Task<T> RunAsync()
    {
        _state = CoroutineState.Running;
        try
        {
            return body().GetAwaiter().GetResult();
        }
        finally
        {
            _state = CoroutineState.Finished;
        }
    }
}
