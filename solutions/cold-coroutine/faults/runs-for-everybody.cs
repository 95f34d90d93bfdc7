// Fault: calls the body for each await.
// Verdict: WrongAnswer
// Fails: once, failure
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
    private bool _reported;

    public CoroutineState State => _state;

    public TaskAwaiter<T> GetAwaiter()
    {
        return RunAsync().GetAwaiter();
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
            return await body();
        }
        finally
        {
            _state = CoroutineState.Finished;
        }
    }
}
