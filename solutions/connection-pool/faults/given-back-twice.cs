// Fault: each time that a lease is disposed of gives the connection back: it is lent to two.
// Verdict: WrongAnswer
// Fails: no-leak
namespace ConcurrencyKatas.ConnectionPool;

public sealed class Pool<T>(Func<CancellationToken, Task<T>> open, int size) : IAsyncDisposable
    where T : class, IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _places = new(size);
    private readonly CancellationTokenSource _closing = new();
    private readonly Stack<T> _idle = [];
    private bool _closed;

    public async Task<Lease<T>> RentAsync(CancellationToken token = default)
    {
        using (var leaving = CancellationTokenSource.CreateLinkedTokenSource(token, _closing.Token))
        {
            try
            {
                await _places.WaitAsync(leaving.Token);
            }
            catch (OperationCanceledException)
            {
                token.ThrowIfCancellationRequested();
                throw new ObjectDisposedException(nameof(Pool<>));
            }
        }

        try
        {
            return new Lease<T>(this, TakeIdle() ?? await open(token));
        }
        catch
        {
            _places.Release();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        T[] idle;
        lock (_lock)
        {
            _closed = true;
            idle = [.. _idle];
            _idle.Clear();
        }

        _closing.Cancel();
        foreach (var connection in idle)
            await connection.DisposeAsync();
    }

    internal async ValueTask GiveBackAsync(T connection)
    {
        // The connection first and its place after it: whoever gets the place must find it.
        if (!TryKeep(connection))
            await connection.DisposeAsync();
        _places.Release();
    }

    private T? TakeIdle()
    {
        lock (_lock)
            return _idle.TryPop(out var connection) ? connection : null;
    }

    private bool TryKeep(T connection)
    {
        lock (_lock)
        {
            if (!_closed)
                _idle.Push(connection);
            return !_closed;
        }
    }
}

public sealed class Lease<T> : IAsyncDisposable
    where T : class, IAsyncDisposable
{
    private readonly Pool<T> _pool;

    internal Lease(Pool<T> pool, T connection) => (_pool, Connection) = (pool, connection);

    public T Connection { get; }

    public ValueTask DisposeAsync() => _pool.GiveBackAsync(Connection);
}
