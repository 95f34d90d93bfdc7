namespace ConcurrencyKatas.ConnectionPool;

/// <summary>Lends connections, a few at a time, and takes them back for the next.</summary>
/// <param name="open">Opens a connection. It may fail, at once or later, and may listen to its token or not.</param>
/// <param name="size">How many connections may be open at once, those that are just being opened included; 1 or more.</param>
public sealed class Pool<T>(Func<CancellationToken, Task<T>> open, int size) : IAsyncDisposable
    where T : class, IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _places = new(size);
    private readonly CancellationTokenSource _closing = new();
    private readonly Stack<T> _idle = [];
    private bool _closed;

    /// <summary>Lends a connection: an idle one if there is any, a new one while there is room, and otherwise the next that comes back.</summary>
    /// <param name="token">Ends the wait, and the opening.</param>
    /// <exception cref="OperationCanceledException"><paramref name="token"/> was cancelled before there was a connection.</exception>
    /// <exception cref="ObjectDisposedException">The pool has been closed.</exception>
    /// <exception cref="Exception">What the opening failed with.</exception>
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

    /// <summary>Closes the idle connections now, and each one that is lent when it comes back. Whoever waits is turned away.</summary>
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

/// <summary>A connection that is lent.</summary>
public sealed class Lease<T> : IAsyncDisposable
    where T : class, IAsyncDisposable
{
    private Pool<T>? _pool;

    internal Lease(Pool<T> pool, T connection) => (_pool, Connection) = (pool, connection);

    /// <summary>The connection, for its borrower alone until it is given back.</summary>
    public T Connection { get; }

    /// <summary>Gives the connection back, once; to do it again has no effect.</summary>
    public ValueTask DisposeAsync() => Interlocked.Exchange(ref _pool, null)?.GiveBackAsync(Connection) ?? ValueTask.CompletedTask;
}
