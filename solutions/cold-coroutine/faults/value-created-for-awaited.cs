// Fault: asks Lazy whether its value is there: while the body computes, somebody has awaited and it is not.
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
    private Lazy<Task<T>>? _lazy;
    private bool _reported;

    private Lazy<Task<T>> Made
    {
        get
        {
            lock (_lock)
                return _lazy ??= new(RunAsync);
        }
    }

    public CoroutineState State => _state;

    public TaskAwaiter<T> GetAwaiter()
    {
        return Made.Value.GetAwaiter();
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_reported || _lazy is { IsValueCreated: true })
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
            return await body();
        }
        finally
        {
            _state = CoroutineState.Finished;
        }
    }
}
