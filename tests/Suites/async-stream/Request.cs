namespace ConcurrencyKatas.AsyncStream.Suite;

/// <summary>A request that an archive has seen.</summary>
/// <param name="Session">Which session it came from, from 0.</param>
/// <param name="Page">The page that was asked for.</param>
/// <param name="At">When.</param>
internal sealed record Request(int Session, int Page, TimeSpan At);
