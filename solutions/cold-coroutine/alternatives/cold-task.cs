// Alternative: a Task that is made cold and run once, where it is awaited; the one who loses the race awaits it too.
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
    private readonly Task<Task<T>> _cold = new(body);
    private int _awaited;
    private int _reported;

    public CoroutineState State => Volatile.Read(ref _awaited) == 0 ? CoroutineState.Created
        : _cold.IsFaulted || _cold.IsCanceled || (_cold.IsCompletedSuccessfully && _cold.Result.IsCompleted) ? CoroutineState.Finished
        : CoroutineState.Running;

    public TaskAwaiter<T> GetAwaiter() => AwaitAsync().GetAwaiter();

    public void Dispose()
    {
        if (Volatile.Read(ref _awaited) == 0 && Interlocked.CompareExchange(ref _reported, 1, 0) == 0)
            neverAwaited?.Invoke(name);
    }

    private async Task<T> AwaitAsync()
    {
        if (Interlocked.Exchange(ref _awaited, 1) == 0)
            _cold.RunSynchronously(TaskScheduler.Default);
        return await await _cold;
    }
}
