// Fault: marks the pool as closed when it has closed them all: whoever gives back meanwhile leaves that to the pool.
// Verdict: WrongAnswer
// Fails: closing
namespace ConcurrencyKatas.ConnectionPool;

public sealed class Pool<T>(Func<CancellationToken, Task<T>> open, int size) : IAsyncDisposable
    where T : class, IAsyncDisposable
{
    private readonly SemaphoreSlim _places = new(size, size);
    private readonly Stack<T> _idle = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _gate = new();
    private bool _closed;

    public async Task<Lease<T>> RentAsync(CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        using (var either = CancellationTokenSource.CreateLinkedTokenSource(token, _closing.Token))
        {
            try
            {
                await _places.WaitAsync(either.Token);
            }
            catch (OperationCanceledException)
            {
                ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
                throw new OperationCanceledException(token);
            }
        }

        try
        {
            T? connection;
            lock (_gate)
            {
                ObjectDisposedException.ThrowIf(_closed, this);
                _idle.TryPop(out connection);
            }

            return new Lease<T>(connection ?? await open(token), GiveBackAsync);
        }
        catch
        {
            _places.Release();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        while (true)
        {
            T? connection;
            lock (_gate)
            {
                if (!_idle.TryPop(out connection))
                {
                    _closed = true;
                    return;
                }
            }

            await connection.DisposeAsync();
        }
    }

    private async ValueTask GiveBackAsync(T connection)
    {
        bool closed;
        lock (_gate)
        {
            closed = _closed;
            if (!closed)
                _idle.Push(connection);
        }

        if (closed)
            await connection.DisposeAsync();
        _places.Release();
    }
}

public sealed class Lease<T> : IAsyncDisposable
    where T : class, IAsyncDisposable
{
    private Func<T, ValueTask>? _back;

    internal Lease(T connection, Func<T, ValueTask> back) => (Connection, _back) = (connection, back);

    public T Connection { get; }

    public ValueTask DisposeAsync() => Interlocked.Exchange(ref _back, null)?.Invoke(Connection) ?? ValueTask.CompletedTask;
}
