namespace ConcurrencyKatas.AsyncLock.Suite;

/// <summary>A vault as the submission meets it, which keeps a record of what happens. It listens to the token. Times are virtual.</summary>
/// <param name="balance">What is in it.</param>
/// <param name="pace">How long it takes.</param>
/// <param name="slowness">How many times as long.</param>
internal sealed class Vault(int balance, Pace pace = Pace.Slow, int slowness = 1) : IVault
{
    private readonly InFlight _inside = new();
    private readonly Activity _activity = new();
    private readonly TimeSpan _reading = slowness * Length(pace, 2);
    private readonly TimeSpan _writing = slowness * Length(pace, 3);
    private int _balance = balance;
    private int _reads;
    private int _writes;
    private int _written;
    private long _ended;

    /// <summary>What the n-th reading fails with, from 1; null for success.</summary>
    public Func<int, Exception?> ReadFailure { get; init; } = _ => null;

    /// <summary>What the n-th writing fails with, from 1; null for success.</summary>
    public Func<int, Exception?> WriteFailure { get; init; } = _ => null;

    /// <summary>Whether it fails before it returns a task.</summary>
    public bool FailsAtOnce { get; init; }

    public int Balance => Volatile.Read(ref _balance);

    /// <summary>How often it was asked to read.</summary>
    public int Reads => Volatile.Read(ref _reads);

    /// <summary>How often a balance was written, to the end.</summary>
    public int Written => Volatile.Read(ref _written);

    /// <summary>The most that were reading or writing at one moment.</summary>
    public int Peak => _inside.Peak;

    /// <summary>How long one booking takes that reads and writes.</summary>
    public TimeSpan Booking => _reading + _writing;

    public TimeSpan Reading => _reading;

    /// <summary>How long all that was done takes, one after the other.</summary>
    public TimeSpan OneAfterTheOther => (Reads * _reading) + (Written * _writing);

    public TimeSpan Elapsed => _inside.Elapsed;

    /// <summary>When the last reading or writing ended.</summary>
    public TimeSpan Ended => new(Interlocked.Read(ref _ended));

    /// <summary>How much goes on from now; 0 when everything has ended.</summary>
    public Task<int> AfterwardsAsync() => _activity.AfterwardsAsync();

    public Task<int> ReadAsync(CancellationToken token = default)
    {
        var failure = ReadFailure(Interlocked.Increment(ref _reads));
        return FailsAtOnce && failure is not null
            ? throw failure
            : UseAsync(_reading, failure, () => Balance, token);
    }

    public Task WriteAsync(int balance, CancellationToken token = default)
    {
        var failure = WriteFailure(Interlocked.Increment(ref _writes));
        return FailsAtOnce && failure is not null
            ? throw failure
            : UseAsync(_writing, failure, Write, token);

        int Write()
        {
            Interlocked.Increment(ref _written);
            Volatile.Write(ref _balance, balance);
            return balance;
        }
    }

    private async Task<int> UseAsync(TimeSpan length, Exception? failure, Func<int> use, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        _activity.Note();
        _inside.Enter();
        try
        {
            if (pace == Pace.Quick)
                await Task.Yield();
            await Task.Delay(length, token);
            return failure is null ? use() : throw failure;
        }
        finally
        {
            _activity.Note();
            _inside.Leave();
            Interlocked.Exchange(ref _ended, Elapsed.Ticks);
        }
    }

    /// <summary>Whole milliseconds, as delays are.</summary>
    private static TimeSpan Length(Pace pace, int place) => pace switch
    {
        Pace.Slow => TimeSpan.FromMilliseconds(Inputs.Draw().Next(30, 60) * place),
        Pace.Quick or Pace.AtOnce => TimeSpan.Zero,
        Pace.Tenth => TimeSpan.FromMilliseconds(place == 2 ? 100 : 0),
    };
}
