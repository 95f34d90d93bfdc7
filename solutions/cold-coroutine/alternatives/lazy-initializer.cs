// Alternative: LazyInitializer with its own flag and lock.
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
    private bool _initialized;
    private object? _lock;
    private int _state;
    private int _reports;

    public CoroutineState State => (CoroutineState)Volatile.Read(ref _state);

    public TaskAwaiter<T> GetAwaiter() => LazyInitializer.EnsureInitialized(ref _task, ref _initialized, ref _lock, RunAsync)!.GetAwaiter();

    public void Dispose()
    {
        if (State == CoroutineState.Created && Interlocked.Increment(ref _reports) == 1)
            neverAwaited?.Invoke(name);
    }

    private async Task<T> RunAsync()
    {
        Interlocked.Exchange(ref _state, (int)CoroutineState.Running);
        try
        {
            var result = await body();
            return result;
        }
        finally
        {
            Interlocked.Exchange(ref _state, (int)CoroutineState.Finished);
        }
    }
}
