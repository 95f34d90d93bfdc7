using System.Diagnostics;

namespace ConcurrencyKatas.FireAndForget.Suite;

/// <summary>A <see cref="Background"/> with an ear for its reports, and a record of what became of each piece of work. Times are virtual.</summary>
internal sealed class Office
{
    private readonly Lock _lock = new();
    private readonly List<(string Name, Exception Failure, TimeSpan At)> _reports = [];
    private readonly Dictionary<Exception, TimeSpan> _failures = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private int _begun;
    private int _ended;

    public Office() => Background = new(Report);

    public Background Background { get; }

    /// <summary>What the reporting does when it has written a report down: it may compute, or throw.</summary>
    public Action<string> AfterReport { get; init; } = _ => { };

    public TimeSpan Elapsed => _watch.Elapsed;

    public int Begun => Volatile.Read(ref _begun);

    public int Ended => Volatile.Read(ref _ended);

    public (string Name, Exception Failure, TimeSpan At)[] Reports
    {
        get
        {
            lock (_lock)
                return [.. _reports];
        }
    }

    /// <summary>A minute later all is over that will ever be, whether anybody has waited for it or not.</summary>
    public static Task AMinuteAsync() => Task.Delay(TimeSpan.FromMinutes(1));

    /// <summary>When work failed with this exception.</summary>
    public TimeSpan FailedAt(Exception failure)
    {
        lock (_lock)
            return _failures[failure];
    }

    /// <summary>Starts work that takes so long, and fails with <paramref name="failure"/> at its end.</summary>
    public void Start(string name, TimeSpan duration, Exception? failure = null) => Background.Start(name, () => WorkAsync(duration, failure));

    /// <summary>Whether the work was accepted; false when it was refused.</summary>
    public bool TryStart(string name, TimeSpan duration) => TryStart(name, () => WorkAsync(duration));

    public bool TryStart(string name, Func<Task> work)
    {
        try
        {
            Background.Start(name, work);
            return true;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>When the disposal ended. It must not throw.</summary>
    public async Task<TimeSpan> DisposeAsync()
    {
        var outcome = await Caught.ByAsync(() => Background.DisposeAsync().AsTask());
        Claim.That(outcome is null, Wording.DisposalThrows);
        return Elapsed;
    }

    public async Task WorkAsync(TimeSpan duration, Exception? failure = null)
    {
        Interlocked.Increment(ref _begun);
        if (duration > TimeSpan.Zero)
            await Task.Delay(duration);
        Interlocked.Increment(ref _ended);
        if (failure is null)
            return;
        lock (_lock)
            _failures[failure] = Elapsed;
        throw failure;
    }

    private void Report(string name, Exception failure)
    {
        lock (_lock)
            _reports.Add((name, failure, Elapsed));
        AfterReport(name);
    }
}
