using System.Diagnostics;

namespace ConcurrencyKatas.Nursery.Suite;

/// <summary>Children that keep a record of what they do. Times are virtual, counted from the making of the trip.</summary>
internal sealed class Trip
{
    private readonly Lock _lock = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<TimeSpan> _calledHome = [];
    private int _begun;
    private int _ended;

    public TimeSpan Elapsed => _watch.Elapsed;

    /// <summary>How many children (and bodies that are one) have begun and ended.</summary>
    public int Begun => Volatile.Read(ref _begun);

    public int Ended => Volatile.Read(ref _ended);

    /// <summary>When those who listen were called home.</summary>
    public TimeSpan[] CalledHome
    {
        get
        {
            lock (_lock)
                return [.. _calledHome];
        }
    }

    /// <summary>
    /// Runs a nursery: what came out, when, and how many had ended then. It returns a minute later, when whoever was left behind has ended, too.
    /// </summary>
    public async Task<(Exception? Outcome, TimeSpan At, int Ended)> RunAsync(Func<Nursery, Task> body, CancellationToken token = default)
    {
        var outcome = await Caught.ByAsync(() => Nursery.RunAsync(body, token));
        var seen = (outcome, Elapsed, Ended);
        await Task.Delay(TimeSpan.FromMinutes(1));
        return seen;
    }

    /// <summary>Walks for so long, or until it is called home and has cleaned up.</summary>
    public async Task WalkAsync(TimeSpan duration, CancellationToken token, TimeSpan cleanUp = default, Exception? cleanUpFailure = null)
    {
        Interlocked.Increment(ref _begun);
        try
        {
            await Task.Delay(duration, token);
        }
        catch (OperationCanceledException)
        {
            lock (_lock)
                _calledHome.Add(Elapsed);
            if (cleanUp > TimeSpan.Zero)
                await Task.Delay(cleanUp, CancellationToken.None);
            if (cleanUpFailure is not null)
                throw cleanUpFailure;
            throw;
        }
        finally
        {
            Interlocked.Increment(ref _ended);
        }
    }

    /// <summary>Does not listen, and fails at the end if it is told to.</summary>
    public async Task DeafAsync(TimeSpan duration, Exception? failure = null)
    {
        Interlocked.Increment(ref _begun);
        if (duration > TimeSpan.Zero)
            await Task.Delay(duration, CancellationToken.None);
        Interlocked.Increment(ref _ended);
        if (failure is not null)
            throw failure;
    }

    /// <summary>Throws before it has awaited anything.</summary>
    public Task ThrowAtOnce(Exception failure)
    {
        Interlocked.Increment(ref _begun);
        Interlocked.Increment(ref _ended);
        throw failure;
    }
}
