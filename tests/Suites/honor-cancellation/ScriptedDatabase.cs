namespace ConcurrencyKatas.HonorCancellation.Suite;

/// <summary>
/// A database that does what a test scripts: how long each step takes, what fails, and whether it listens to tokens at
/// all. It counts the steps that were really begun, and notices what a cursor does not forgive.
/// </summary>
internal sealed class ScriptedDatabase(IReadOnlyList<int[]> pages) : IDatabase, ICursor
{
    private readonly Lock _lock = new();
    private int _page;
    private int _steps;
    private int _opened;
    private int _closed;
    private bool _reading;
    private string _trouble = "";

    public TimeSpan OpeningTime { get; init; }

    public TimeSpan ReadingTime { get; init; }

    public TimeSpan ClosingTime { get; init; }

    /// <summary>A database from before there were tokens: its steps run to their end.</summary>
    public bool IsDeaf { get; init; }

    /// <summary>Thrown by the read with <see cref="FailingRead"/> as its number, from 1.</summary>
    public Exception? Failure { get; init; }

    public int FailingRead { get; init; }

    /// <summary>Thrown by the opening, at the end of its time.</summary>
    public Exception? OpeningFailure { get; init; }

    /// <summary>Thrown by the closing, when the connection is given back already.</summary>
    public Exception? ClosingFailure { get; init; }

    /// <summary>Lets other operations in before each step.</summary>
    public bool Yields { get; init; }

    public int Steps => Locked(() => _steps);

    /// <summary>Cursors given out.</summary>
    public int Opened => Locked(() => _opened);

    public int Closed => Locked(() => _closed);

    /// <summary>Whether a page is being read.</summary>
    public bool IsReading => Locked(() => _reading);

    /// <summary>What was done to the cursor that must not be done; empty when nothing was.</summary>
    public string Trouble => Locked(() => _trouble);

    public async Task<ICursor> OpenAsync(CancellationToken token)
    {
        await BeginAsync(token);
        await Task.Delay(OpeningTime, Heard(token));
        if (OpeningFailure is not null)
            throw OpeningFailure;
        Locked(() =>
        {
            _page = 0;
            return _opened++;
        });
        return this;
    }

    public async Task<IReadOnlyList<int>?> ReadAsync(CancellationToken token)
    {
        await BeginAsync(token);
        var read = Locked(() =>
        {
            Note(_reading, "a page was read while the one before was still being read");
            Note(_closed >= _opened, "a page was read after the cursor was closed");
            _reading = true;
            return ++_page;
        });
        try
        {
            await Task.Delay(ReadingTime, Heard(token));
            if (read == FailingRead && Failure is not null)
                throw Failure;
            return read <= pages.Count ? pages[read - 1] : null;
        }
        finally
        {
            Locked(() => _reading = false);
        }
    }

    public async Task CloseAsync(CancellationToken token)
    {
        Locked(() => Note(_reading, "the cursor was closed while a page was still being read"));
        await Task.Delay(ClosingTime, token);
        Locked(() => _closed++);
        if (ClosingFailure is not null)
            throw ClosingFailure;
    }

    /// <summary>A step begins only when its token does not forbid it; a deaf database begins each.</summary>
    private async Task BeginAsync(CancellationToken token)
    {
        if (Yields)
            await Task.Yield();
        Heard(token).ThrowIfCancellationRequested();
        Locked(() => _steps++);
    }

    private CancellationToken Heard(CancellationToken token) => IsDeaf ? CancellationToken.None : token;

    private bool Note(bool wrong, string trouble)
    {
        if (wrong && _trouble.Length == 0)
            _trouble = trouble;
        return wrong;
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_lock)
            return read();
    }
}
