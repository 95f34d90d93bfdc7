// Fault: completes the result first and sets the state afterwards.
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
    private readonly TaskCompletionSource<T> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _reported;

    public CoroutineState State => _state;

    public TaskAwaiter<T> GetAwaiter()
    {
        lock (_lock)
        {
            if (_state == CoroutineState.Created)
                _ = RunAsync();
            return _result.Task.GetAwaiter();
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

    private async Task RunAsync()
    {
        _state = CoroutineState.Running;
        try
        {
            _result.SetResult(await body());
        }
        catch (Exception exception)
        {
            _result.SetException(exception);
        }

        _state = CoroutineState.Finished;
    }
}
