namespace ConcurrencyKatas.ConnectionPool;

/// <summary>Lends connections, a few at a time, and takes them back for the next.</summary>
/// <param name="open">Opens a connection. It may fail, at once or later, and may respect its token or ignore it.</param>
/// <param name="size">How many connections may be open at once, those that are just being opened included; 1 or more.</param>
public sealed class Pool<T>(Func<CancellationToken, Task<T>> open, int size) : IAsyncDisposable
    where T : class, IAsyncDisposable
{
    private readonly Stack<T> _idle = [];
    private int _opened;

    /// <summary>Lends a connection: an idle one if there is any, a new one while there is room, and otherwise the next that comes back.</summary>
    /// <param name="token">Ends the wait; <c>open</c> gets it, too.</param>
    /// <exception cref="OperationCanceledException"><paramref name="token"/> was cancelled before there was a connection.</exception>
    /// <exception cref="ObjectDisposedException">The pool has been closed.</exception>
    /// <exception cref="Exception">What the opening failed with.</exception>
    public async Task<Lease<T>> RentAsync(CancellationToken token = default)
    {
        while (true)
        {
            if (_opened < size)
            {
                _opened++;
                return new Lease<T>(this, await open(token));
            }

            if (_idle.TryPop(out var connection))
                return new Lease<T>(this, connection);
            await Task.Delay(100, token);
        }
    }

    /// <summary>Closes the idle connections now, and each one that is lent when it comes back. Borrowers who wait get an exception.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _idle)
            await connection.DisposeAsync();
    }

    internal void GiveBack(T connection) => _idle.Push(connection);
}

/// <summary>A connection that is lent.</summary>
public sealed class Lease<T> : IAsyncDisposable
    where T : class, IAsyncDisposable
{
    private readonly Pool<T> _pool;

    internal Lease(Pool<T> pool, T connection) => (_pool, Connection) = (pool, connection);

    /// <summary>The connection, for its borrower alone until it is given back.</summary>
    public T Connection { get; }

    /// <summary>Gives the connection back, once; to do it again has no effect.</summary>
    public ValueTask DisposeAsync()
    {
        _pool.GiveBack(Connection);
        return ValueTask.CompletedTask;
    }
}
