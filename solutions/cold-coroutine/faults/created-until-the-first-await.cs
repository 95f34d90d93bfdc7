// Fault: tells the state by whether there is a task: until the body first waits there is none.
// Verdict: WrongAnswer
// Fails: states, never-awaited
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
    private Task<T>? _task;
    private bool _reported;
    private readonly Lock _lock = new();

    public CoroutineState State => Volatile.Read(ref _task) switch
    {
        null => CoroutineState.Created,
        { IsCompleted: true } => CoroutineState.Finished,
        _ => CoroutineState.Running,
    };

    public TaskAwaiter<T> GetAwaiter()
    {
        lock (_lock)
        {
            if (_task is null)
                Volatile.Write(ref _task, RunAsync());
            return _task.GetAwaiter();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_reported || _task is not null)
                return;
            _reported = true;
        }

        neverAwaited?.Invoke(name);
    }

    private async Task<T> RunAsync() => await body();
}
