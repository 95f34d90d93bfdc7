namespace ConcurrencyKatas.FirstWins.Suite;

/// <summary>What one replica does when it is called. Times are virtual.</summary>
/// <param name="Needs">How long it takes to answer, or to fail; zero: it has answered when the call returns.</param>
internal sealed record Company(TimeSpan Needs)
{
    /// <summary>What it fails with; null for an answer.</summary>
    public Exception? Failure { get; init; }

    /// <summary>Whether it throws its failure at once, and returns no task at all.</summary>
    public bool ThrowsAtOnce { get; init; }

    /// <summary>How long it takes to clean up once it has been cancelled.</summary>
    public TimeSpan CleanUp { get; init; }

    /// <summary>What the clean-up fails with; null for the cancellation.</summary>
    public Exception? CleanUpFailure { get; init; }

    /// <summary>Whether it does not listen to its token.</summary>
    public bool Deaf { get; init; }
}
