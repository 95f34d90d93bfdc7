using System.Diagnostics;

namespace ConcurrencyKatas.ConnectionPool.Suite;

/// <summary>Opens connections, and keeps a record of what becomes of them. Times are virtual. Its lock orders those who write.</summary>
internal sealed class House
{
    private readonly Lock _lock = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<Connection> _all = [];
    private int _attempts;
    private int _open;
    private int _peak;

    /// <summary>How long it takes to open a connection.</summary>
    public TimeSpan Opening { get; init; }

    /// <summary>How long it takes to close one.</summary>
    public TimeSpan Closing { get; init; }

    /// <summary>What the opening of this number, from 0, fails with; null for success.</summary>
    public Func<int, Exception?> Failure { get; init; } = _ => null;

    /// <summary>Whether a failure is thrown at once, and no task returned.</summary>
    public bool ThrowsAtOnce { get; init; }

    /// <summary>Whether the opening does not listen to its token.</summary>
    public bool Deaf { get; init; }

    /// <summary>How often a connection was asked for.</summary>
    public int Attempts => Locked(() => _attempts);

    /// <summary>The most that were open at once, those that were being opened included.</summary>
    public int Peak => Locked(() => _peak);

    public TimeSpan Now => _watch.Elapsed;

    public Connection[] All => Locked(() => _all.ToArray());

    public bool AllClosedOnce => All.All(connection => connection is { Closings: 1, IsClosed: true });

    public Task<Connection> OpenAsync(CancellationToken token)
    {
        var number = Locked(() =>
        {
            _peak = Math.Max(_peak, ++_open);
            return _attempts++;
        });
        if (!ThrowsAtOnce || Failure(number) is not { } failure)
            return OpenAsync(number, token);
        Locked(() => _open--);
        throw failure;
    }

    private async Task<Connection> OpenAsync(int number, CancellationToken token)
    {
        try
        {
            await Task.Delay(Opening, Deaf ? CancellationToken.None : token);
            if (Failure(number) is { } failure)
                throw failure;
        }
        catch
        {
            Locked(() => _open--);
            throw;
        }

        var connection = new Connection(this);
        Locked(() =>
        {
            _all.Add(connection);
            return 0;
        });
        return connection;
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_lock)
            return read();
    }

    /// <summary>One connection, and how it was used.</summary>
    internal sealed class Connection(House house) : IAsyncDisposable
    {
        private int _users;
        private int _peak;
        private int _closings;
        private bool _isClosed;

        /// <summary>The most that used it at once.</summary>
        public int Users => house.Locked(() => _peak);

        /// <summary>How often somebody began to close it.</summary>
        public int Closings => house.Locked(() => _closings);

        /// <summary>Whether it has been closed, to the end.</summary>
        public bool IsClosed => house.Locked(() => _isClosed);

        /// <summary>Whether it was used after somebody began to close it.</summary>
        public bool Misused { get; private set; }

        public async Task UseAsync(TimeSpan time)
        {
            house.Locked(() =>
            {
                Misused |= _closings > 0;
                return _peak = Math.Max(_peak, ++_users);
            });
            await Task.Delay(time);
            house.Locked(() => --_users);
        }

        public async ValueTask DisposeAsync()
        {
            house.Locked(() => _closings++);
            await Task.Delay(house.Closing);
            house.Locked(() =>
            {
                house._open--;
                return _isClosed = true;
            });
        }
    }
}
