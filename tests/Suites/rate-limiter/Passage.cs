namespace ConcurrencyKatas.RateLimiter.Suite;

/// <summary>How a caller fared.</summary>
/// <param name="At">When they passed; null: they did not.</param>
/// <param name="Ended">When the call came back, either way.</param>
/// <param name="Cancelled">Whether what came out was an OperationCanceledException with their own token.</param>
internal sealed record Passage(TimeSpan? At, TimeSpan Ended, bool Cancelled);
