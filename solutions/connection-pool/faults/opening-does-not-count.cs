// Fault: looks how many are open, and counts a new one when it has been opened.
// Verdict: WrongAnswer
// Fails: *
namespace ConcurrencyKatas.ConnectionPool;

public sealed class Pool<T>(Func<CancellationToken, Task<T>> open, int size) : IAsyncDisposable
    where T : class, IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _back = new(0);
    private readonly Queue<T> _idle = [];
    private int _open;

    public async Task<Lease<T>> RentAsync(CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        bool room;
        lock (_lock)
            room = _open < size && _idle.Count == 0;
        if (room)
        {
            var opened = await open(token);
            lock (_lock)
                _open++;
            return new Lease<T>(this, opened);
        }

        await _back.WaitAsync(token);
        lock (_lock)
            return new Lease<T>(this, _idle.Dequeue());
    }

    public async ValueTask DisposeAsync()
    {
        T[] idle;
        lock (_lock)
            idle = [.. _idle];
        foreach (var connection in idle)
            await connection.DisposeAsync();
    }

    internal ValueTask GiveBackAsync(T connection)
    {
        lock (_lock)
            _idle.Enqueue(connection);
        _back.Release();
        return ValueTask.CompletedTask;
    }
}

public sealed class Lease<T> : IAsyncDisposable
    where T : class, IAsyncDisposable
{
    private Pool<T>? _pool;

    internal Lease(Pool<T> pool, T connection) => (_pool, Connection) = (pool, connection);

    public T Connection { get; }

    public ValueTask DisposeAsync() => Interlocked.Exchange(ref _pool, null)?.GiveBackAsync(Connection) ?? ValueTask.CompletedTask;
}
