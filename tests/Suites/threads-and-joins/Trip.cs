using Interleaving;

namespace ConcurrencyKatas.ThreadsAndJoins.Suite;

/// <summary>One errand of a test, which remembers what happened to it. Each cell belongs to one errand, so nothing here needs a lock.</summary>
/// <param name="result">What it brings back.</param>
/// <param name="duration">How long it takes, in virtual time.</param>
internal sealed class Trip(int result, TimeSpan duration)
{
    private readonly Tally _runs = new(1);
    private int _ended;

    /// <summary>What it fails with at its end; null for success.</summary>
    public Exception? Failure { get; init; }

    /// <summary>Called when it begins and when it ends; for an instant, or for a look at the log.</summary>
    public Action? Begins { get; init; }

    /// <inheritdoc cref="Begins"/>
    public Action? Ends { get; init; }

    public int Result => result;

    /// <summary>How often it was begun.</summary>
    public int Runs => _runs[0];

    /// <summary>Whether it has ended, also for a caller that did not join it: that is told in words, and not as a data race.</summary>
    public bool HasEnded => Volatile.Read(ref _ended) == 1;

    public int Run()
    {
        _runs.Add(0);
        Begins?.Invoke();
        if (duration > TimeSpan.Zero)
            Thread.Sleep(duration);
        Ends?.Invoke();
        Volatile.Write(ref _ended, 1);
        return Failure is null ? result : throw Failure;
    }
}
