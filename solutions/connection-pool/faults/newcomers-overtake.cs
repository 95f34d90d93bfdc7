// Fault: wakes whoever waits, and whoever looks first takes what is there.
// Verdict: WrongAnswer
// Fails: never-more, no-starvation
namespace ConcurrencyKatas.ConnectionPool;

public sealed class Pool<T>(Func<CancellationToken, Task<T>> open, int size) : IAsyncDisposable
    where T : class, IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Stack<T> _idle = [];
    private readonly LinkedList<TaskCompletionSource<T?>> _line = [];
    private int _places = size;
    private bool _closed;

    public async Task<Lease<T>> RentAsync(CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();

        // Null: a place, to open a connection in.
        var mine = new TaskCompletionSource<T?>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (_idle.TryPop(out var idle))
                mine.SetResult(idle);
            else if (_places == 0)
                _line.AddLast(mine);
            else
                mine.SetResult(null);
            if (idle is null && mine.Task.IsCompleted)
                _places--;
        }

        T? connection = null;
        var served = mine.Task.IsCompleted;
        if (served)
            connection = await mine.Task;
        while (!served)
        {
            await using (token.Register(() => Leave(mine, token)))
                await mine.Task;
            lock (_lock)
            {
                ObjectDisposedException.ThrowIf(_closed, this);
                served = _idle.TryPop(out connection) || _places > 0;
                if (served && connection is null)
                    _places--;
                if (!served)
                {
                    mine = new TaskCompletionSource<T?>(TaskCreationOptions.RunContinuationsAsynchronously);
                    _line.AddLast(mine);
                }
            }
        }

        try
        {
            return new Lease<T>(this, connection ?? await open(token));
        }
        catch
        {
            Next(null);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        T[] idle;
        lock (_lock)
        {
            _closed = true;
            foreach (var waiting in _line)
                waiting.SetException(new ObjectDisposedException(nameof(Pool<>)));
            _line.Clear();
            idle = [.. _idle];
            _idle.Clear();
        }

        foreach (var connection in idle)
            await connection.DisposeAsync();
    }

    internal ValueTask GiveBackAsync(T connection) => Next(connection) ? ValueTask.CompletedTask : connection.DisposeAsync();

    private void Leave(TaskCompletionSource<T?> mine, CancellationToken token)
    {
        lock (_lock)
        {
            if (_line.Remove(mine))
                mine.SetCanceled(token);
        }
    }

    /// <summary>Hands a connection, or a place, to the first in the line, or keeps it; false when the pool is closed.</summary>
    private bool Next(T? connection)
    {
        lock (_lock)
        {
            if (_closed)
                return false;
            if (_line.First is { } first)
            {
                _line.RemoveFirst();
                first.Value.SetResult(null);
            }

            if (connection is null)
            {
                _places++;
            }
            else
            {
                _idle.Push(connection);
            }

            return true;
        }
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
