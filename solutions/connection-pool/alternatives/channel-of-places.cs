// Alternative: a channel holds the places, and a concurrent stack the idle connections.
using System.Collections.Concurrent;
using System.Threading.Channels;

namespace ConcurrencyKatas.ConnectionPool;

public sealed class Pool<T>(Func<CancellationToken, Task<T>> open, int size) : IAsyncDisposable
    where T : class, IAsyncDisposable
{
    private readonly Channel<bool> _places = Fill(size);
    private readonly ConcurrentStack<T> _idle = [];
    private int _closed;

    public async Task<Lease<T>> RentAsync(CancellationToken token = default)
    {
        try
        {
            await _places.Reader.ReadAsync(token);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(Pool<>));
        }

        try
        {
            return new Lease<T>(this, _idle.TryPop(out var connection) ? connection : await open(token));
        }
        catch
        {
            _places.Writer.TryWrite(true);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Interlocked.Exchange(ref _closed, 1);
        _places.Writer.TryComplete();
        while (_places.Reader.TryRead(out _))
        {
        }

        await CloseIdleAsync();
    }

    internal async ValueTask GiveBackAsync(T connection)
    {
        _idle.Push(connection);
        _places.Writer.TryWrite(true);

        // Whoever closes has closed what was there before; what came after it is closed here. Each is popped once.
        if (Volatile.Read(ref _closed) == 1)
            await CloseIdleAsync();
    }

    private static Channel<bool> Fill(int size)
    {
        var channel = Channel.CreateUnbounded<bool>();
        for (var place = 0; place < size; place++)
            channel.Writer.TryWrite(true);
        return channel;
    }

    private async Task CloseIdleAsync()
    {
        while (_idle.TryPop(out var connection))
            await connection.DisposeAsync();
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
