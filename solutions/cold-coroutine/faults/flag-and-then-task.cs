// Fault: a flag is exchanged, and the task is stored afterwards: whoever loses the race finds none.
// Verdict: WrongAnswer
// Fails: once, failure, states
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
    private int _started;

    public CoroutineState State => _state;

    public TaskAwaiter<T> GetAwaiter()
    {
        if (Interlocked.Exchange(ref _started, 1) == 0)
            _task = RunAsync();
        return _task!.GetAwaiter();
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
