namespace ConcurrencyKatas.AsyncStream.Suite;

/// <summary>One page of an archive. Times are virtual.</summary>
/// <param name="Fetch">How long the request for it takes.</param>
/// <param name="Items">What is on it; null: it is not there, and the answer says so.</param>
internal sealed record Reel(TimeSpan Fetch, params string[]? Items)
{
    /// <summary>What the request fails with at the end of its time; null for success.</summary>
    public Exception? Failure { get; init; }

    /// <summary>Whether the request throws its failure at once, and returns no task.</summary>
    public bool ThrowsAtOnce { get; init; }

    /// <summary>Whether the request does not listen to its token.</summary>
    public bool Deaf { get; init; }

    /// <summary>What a request that was cancelled fails with; null for the cancellation.</summary>
    public Exception? FailureOnTheWayOut { get; init; }
}
