// Alternative: a promise is published by compare-and-swap before the body is called; the winner completes it.
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
    private TaskCompletionSource<T>? _promise;
    private int _disposed;

    public CoroutineState State => Volatile.Read(ref _promise) switch
    {
        null => CoroutineState.Created,
        { Task.IsCompleted: true } => CoroutineState.Finished,
        _ => CoroutineState.Running,
    };

    public TaskAwaiter<T> GetAwaiter()
    {
        var mine = new TaskCompletionSource<T>();
        if (Interlocked.CompareExchange(ref _promise, mine, null) is { } other)
            return other.Task.GetAwaiter();
        _ = CompleteAsync(mine);
        return mine.Task.GetAwaiter();
    }

    public void Dispose()
    {
        if (Interlocked.Increment(ref _disposed) == 1 && Volatile.Read(ref _promise) is null)
            neverAwaited?.Invoke(name);
    }

    private async Task CompleteAsync(TaskCompletionSource<T> promise)
    {
        try
        {
            promise.SetResult(await body());
        }
        catch (Exception exception)
        {
            promise.SetException(exception);
        }
    }
}
