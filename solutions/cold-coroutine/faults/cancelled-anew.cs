// Fault: a body that ends as cancelled becomes a task that is cancelled: its exception is a new one for each who awaits.
// Verdict: WrongAnswer
// Fails: failure
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

    public CoroutineState State => _result.Task.IsCompleted ? CoroutineState.Finished
        : Volatile.Read(ref _awaited) == 0 ? CoroutineState.Created
        : CoroutineState.Running;

    public TaskAwaiter<T> GetAwaiter()
    {
        if (Interlocked.Exchange(ref _awaited, 1) == 0)
            _ = CompleteAsync();
        return _result.Task.GetAwaiter();
    }

    public void Dispose()
    {
        if (Volatile.Read(ref _awaited) == 0 && Interlocked.Exchange(ref _reported, 1) == 0)
            neverAwaited?.Invoke(name);
    }

    private async Task CompleteAsync()
    {
        try
        {
            _result.SetResult(await body());
        }
        catch (OperationCanceledException cancelled)
        {
            _result.SetCanceled(cancelled.CancellationToken);
        }
        catch (Exception exception)
        {
            _result.SetException(exception);
        }
    }
}
