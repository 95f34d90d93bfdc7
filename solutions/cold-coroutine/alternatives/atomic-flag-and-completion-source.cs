// Alternative: whoever exchanges the flag runs the body; everybody awaits a completion source, and the state is read from both.
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
    private readonly TaskCompletionSource<T> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _awaited;
    private int _reported;

    public CoroutineState State =>
        _result.Task.IsCompleted ? CoroutineState.Finished
        : Volatile.Read(ref _awaited) == 0 ? CoroutineState.Created
        : CoroutineState.Running;

    public TaskAwaiter<T> GetAwaiter()
    {
        if (Interlocked.Exchange(ref _awaited, 1) == 0)
            Start();
        return _result.Task.GetAwaiter();
    }

    public void Dispose()
    {
        if (Volatile.Read(ref _awaited) == 0 && Interlocked.Exchange(ref _reported, 1) == 0)
            neverAwaited?.Invoke(name);
    }

    private async void Start()
    {
        try
        {
            _result.SetResult(await body());
        }
        catch (OperationCanceledException cancelled) when (cancelled.CancellationToken.IsCancellationRequested)
        {
            _result.SetException(cancelled);
        }
        catch (Exception failure)
        {
            _result.SetException(failure);
        }
    }
}
