// Fault: what comes back lies there for anybody, until the one who was woken looks.
// Verdict: WrongAnswer
// Fails: no-starvation
namespace ConcurrencyKatas.ConnectionPool;

/// <summary>Lends connections, a few at a time, and takes them back for the next.</summary>
public sealed class Pool<T>(Func<CancellationToken, Task<T>> open, int size) : IAsyncDisposable
    where T : class, IAsyncDisposable
{
    private readonly object _lock = new();
    private readonly Stack<T> _idle = [];
    private readonly LinkedList<TaskCompletionSource> _line = new();
    private int _free = size;
    private bool _closed;

    public async Task<Lease<T>> RentAsync(CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        while (true)
        {
            TaskCompletionSource bell;
            lock (_lock)
            {
                ObjectDisposedException.ThrowIf(_closed, this);
                if (_idle.TryPop(out var connection))
                    return new Lease<T>(this, connection);
                if (_free > 0)
                {
                    _free--;
                    break;
                }

                bell = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _line.AddLast(bell);
            }

            try
            {
                await bell.Task.WaitAsync(token);
            }
            catch (OperationCanceledException)
            {
                // The bell may have rung for one who leaves: then it rings for the next.
                lock (_lock)
                {
                    if (!_line.Remove(bell))
                        RingForFirst();
                }

                throw;
            }
        }

        try
        {
            return new Lease<T>(this, await open(token));
        }
        catch
        {
            lock (_lock)
            {
                _free++;
                RingForFirst();
            }

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
            while (_line.Count > 0)
                RingForFirst();
        }

        await Task.WhenAll(idle.Select(async connection => await connection.DisposeAsync()));
    }

    internal async ValueTask GiveBackAsync(T connection)
    {
        lock (_lock)
        {
            if (!_closed)
            {
                _idle.Push(connection);
                RingForFirst();
                return;
            }
        }

        await connection.DisposeAsync();
    }

    private void RingForFirst()
    {
        if (_line.First is { } first)
        {
            _line.RemoveFirst();
            first.Value.SetResult();
        }
    }
}

/// <summary>A connection that is lent.</summary>
public sealed class Lease<T> : IAsyncDisposable
    where T : class, IAsyncDisposable
{
    private Pool<T>? _pool;

    internal Lease(Pool<T> pool, T connection) => (_pool, Connection) = (pool, connection);

    public T Connection { get; }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _pool, null) is { } pool)
            await pool.GiveBackAsync(Connection);
    }
}
