// Alternative: a semaphore for the places, and an array of slots that are taken and filled by exchange.
namespace ConcurrencyKatas.ConnectionPool;

public sealed class Pool<T>(Func<CancellationToken, Task<T>> open, int size) : IAsyncDisposable
    where T : class, IAsyncDisposable
{
    private readonly SemaphoreSlim _places = new(size);
    private readonly T?[] _idle = new T?[size];
    private readonly TaskCompletionSource _closing = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task<Lease<T>> RentAsync(CancellationToken token = default)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(token);
        var place = _places.WaitAsync(leaving.Token);
        await Task.WhenAny(place, _closing.Task);
        if (_closing.Task.IsCompleted)
        {
            // The wait ends, and a place that was given at this very instant goes back.
            leaving.Cancel();
            await place.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (place.IsCompletedSuccessfully)
                _places.Release();
            token.ThrowIfCancellationRequested();
            throw new ObjectDisposedException(nameof(Pool<>));
        }

        if (place.IsCanceled)
            throw new OperationCanceledException(token);
        try
        {
            return new Lease<T>(this, Take() ?? await open(token));
        }
        catch
        {
            _places.Release();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _closing.TrySetResult();
        while (Take() is { } idle)
            await idle.DisposeAsync();
    }

    internal async ValueTask GiveBackAsync(T connection)
    {
        for (var i = 0; Interlocked.CompareExchange(ref _idle[i], connection, null) is not null; i++)
        {
        }

        _places.Release();
        if (_closing.Task.IsCompleted)
            await DisposeAsync();
    }

    private T? Take()
    {
        for (var i = 0; i < size; i++)
        {
            if (Interlocked.Exchange(ref _idle[i], null) is { } connection)
                return connection;
        }

        return null;
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
