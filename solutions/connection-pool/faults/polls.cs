// Fault: opens one for each rent until there are enough, and then looks ten times a second; the counts are under a lock.
// Verdict: WrongAnswer
// Fails: reuse, no-starvation, no-leak, closing
namespace ConcurrencyKatas.ConnectionPool;

public sealed class Pool<T>(Func<CancellationToken, Task<T>> open, int size) : IAsyncDisposable
    where T : class, IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Stack<T> _idle = [];
    private int _opened;

    public async Task<Lease<T>> RentAsync(CancellationToken token = default)
    {
        while (true)
        {
            var mine = false;
            lock (_lock)
            {
                if (_opened < size)
                {
                    _opened++;
                    mine = true;
                }
                else if (_idle.TryPop(out var connection))
                {
                    return new Lease<T>(this, connection);
                }
            }

            if (mine)
                return new Lease<T>(this, await open(token));
            await Task.Delay(100, token);
        }
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
            _idle.Push(connection);
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
