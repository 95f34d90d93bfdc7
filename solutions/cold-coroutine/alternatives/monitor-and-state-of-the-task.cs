// Alternative: a monitor around everything; the state is that of the task, and a flag that is set before the body begins.
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
    private readonly object _gate = new();
    private Task<T>? _task;
    private bool _awaited;
    private bool _reported;

    public CoroutineState State
    {
        get
        {
            lock (_gate)
                return !_awaited ? CoroutineState.Created : _task is { IsCompleted: true } ? CoroutineState.Finished : CoroutineState.Running;
        }
    }

    public TaskAwaiter<T> GetAwaiter()
    {
        Monitor.Enter(_gate);
        try
        {
            if (!_awaited)
            {
                _awaited = true;
                _task = RunAsync();
            }

            return _task!.GetAwaiter();
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_awaited || _reported)
                return;
            _reported = true;
        }

        neverAwaited?.Invoke(name);
    }

    private async Task<T> RunAsync() => await body();
}
