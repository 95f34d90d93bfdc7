// Fault: the task is static: all coroutines of one type share the first one's result.
// Verdict: WrongAnswer
// Fails: cold, once, failure
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
    private static Task<T>? s_task;
    private bool _reported;

    public CoroutineState State => _state;

    public TaskAwaiter<T> GetAwaiter()
    {
        lock (Gate)
            return (s_task ??= RunAsync()).GetAwaiter();
    }

    public void Dispose()
    {
        lock (Gate)
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
