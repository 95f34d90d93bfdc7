namespace ConcurrencyKatas.TimeoutAndRetry.Suite;

/// <summary>What one try does.</summary>
/// <param name="Length">How long it takes if nobody cancels it.</param>
/// <param name="Failure">What it fails with at the end of that; null when it has a result.</param>
internal sealed record Try(TimeSpan Length, Exception? Failure = null)
{
    /// <summary>Throws before it returns a task.</summary>
    public bool AtOnce { get; init; }

    /// <summary>Does not listen to its token.</summary>
    public bool Deaf { get; init; }

    /// <summary>How long it takes to clean up when it is cancelled.</summary>
    public TimeSpan CleanUp { get; init; }

    /// <summary>What it throws when it is cancelled, in place of an OperationCanceledException.</summary>
    public Exception? Instead { get; init; }

    /// <summary>A try that never ends, unless it is cancelled.</summary>
    public static Try Endless { get; } = new(TimeSpan.FromDays(30));
}
