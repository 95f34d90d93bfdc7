// Alternative: Lazy<Task<T>> starts an async method once; flags that are exchanged atomically say what became of it.
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
    private readonly StrongBox<int> _state = new();
    private Lazy<Task<T>>? _made;
    private int _told;

    private Lazy<Task<T>> Run => LazyInitializer.EnsureInitialized(ref _made, () => new Lazy<Task<T>>(RunAsync));

    public CoroutineState State => (CoroutineState)Volatile.Read(ref _state.Value);

    public TaskAwaiter<T> GetAwaiter() => Run.Value.GetAwaiter();

    public void Dispose()
    {
        if (State == CoroutineState.Created && Interlocked.Exchange(ref _told, 1) == 0)
            neverAwaited?.Invoke(name);
    }

    private async Task<T> RunAsync()
    {
        Volatile.Write(ref _state.Value, (int)CoroutineState.Running);
        try
        {
            return await body().ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _state.Value, (int)CoroutineState.Finished);
        }
    }
}
