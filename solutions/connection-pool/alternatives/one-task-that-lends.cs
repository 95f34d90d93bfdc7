// Alternative: one task owns the pool and reads what is asked of it from a channel.
using System.Threading.Channels;

namespace ConcurrencyKatas.ConnectionPool;

public sealed class Pool<T>(Func<CancellationToken, Task<T>> open, int size) : IAsyncDisposable
    where T : class, IAsyncDisposable
{
    private readonly Channel<Request> _requests = Channel.CreateUnbounded<Request>();
    private readonly LinkedList<Request> _line = [];
    private readonly Stack<T> _idle = [];
    private int _places = size;
    private int _begun;
    private bool _closed;

    public async Task<Lease<T>> RentAsync(CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        var rent = new Request(Kind.Rent, null);
        Ask(rent);
        T? connection;
        await using (token.Register(() => Ask(new Request(Kind.Leave, null) { Of = rent, Token = token })))
            connection = await rent.Done.Task;
        if (connection is not null)
            return new Lease<T>(this, connection);
        try
        {
            return new Lease<T>(this, await open(token));
        }
        catch
        {
            Ask(new Request(Kind.Return, null));
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        var close = new Request(Kind.Close, null);
        Ask(close);
        await close.Done.Task;
    }

    internal async ValueTask GiveBackAsync(T connection)
    {
        var back = new Request(Kind.Return, connection);
        Ask(back);
        if (await back.Done.Task is { } unwanted)
            await unwanted.DisposeAsync();
    }

    private void Ask(Request request)
    {
        _requests.Writer.TryWrite(request);
        if (Interlocked.Exchange(ref _begun, 1) == 0)
            _ = Task.Run(LendAsync);
    }

    private async Task LendAsync()
    {
        await foreach (var request in _requests.Reader.ReadAllAsync())
        {
            switch (request.Kind)
            {
                case Kind.Rent when _closed:
                    request.Done.SetException(new ObjectDisposedException(nameof(Pool<>)));
                    break;
                case Kind.Rent when _idle.TryPop(out var idle):
                    request.Done.SetResult(idle);
                    break;
                case Kind.Rent when _places > 0:
                    _places--;
                    request.Done.SetResult(null);
                    break;
                case Kind.Rent:
                    _line.AddLast(request);
                    break;
                case Kind.Leave:
                    if (_line.Remove(request.Of!))
                        request.Of!.Done.SetCanceled(request.Token);
                    break;
                case Kind.Return when _closed:
                    request.Done.SetResult(request.Connection);
                    break;
                case Kind.Return:
                    Return(request.Connection);
                    request.Done.SetResult(null);
                    break;
                case Kind.Close:
                    await CloseAsync();
                    request.Done.SetResult(null);
                    break;
            }
        }
    }

    private void Return(T? connection)
    {
        if (_line.First is { } first)
        {
            _line.RemoveFirst();
            first.Value.Done.SetResult(connection);
        }
        else if (connection is null)
        {
            _places++;
        }
        else
        {
            _idle.Push(connection);
        }
    }

    private async Task CloseAsync()
    {
        _closed = true;
        foreach (var rent in _line)
            rent.Done.SetException(new ObjectDisposedException(nameof(Pool<>)));
        _line.Clear();
        while (_idle.TryPop(out var idle))
            await idle.DisposeAsync();
    }

    private enum Kind
    {
        Rent,
        Leave,
        Return,
        Close,
    }

    private sealed class Request(Kind kind, T? connection)
    {
        public Kind Kind => kind;

        public T? Connection => connection;

        public TaskCompletionSource<T?> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Request? Of { get; init; }

        public CancellationToken Token { get; init; }
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
