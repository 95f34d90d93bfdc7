// Fault: everybody awaits the body's own task, and a continuation sets the state when it comes to it.
// Verdict: WrongAnswer
// Fails: states
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
        {
            if (_task is null)
            {
                _state = CoroutineState.Running;
                _task = CallAsync();
                _task.ContinueWith(_ => _state = CoroutineState.Finished, TaskScheduler.Default);
            }

            return _task.GetAwaiter();
        }
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

    private async Task<T> CallAsync() => await body();
}
