namespace ConcurrencyKatas.ConnectionPool.Suite;

/// <summary>How a borrower fared.</summary>
/// <param name="Served">When they got a connection; null: they got none.</param>
/// <param name="Error">What came out in place of a connection.</param>
/// <param name="Ended">When the rent came back, either way.</param>
/// <param name="OwnToken">Whether what came out carries their own token.</param>
internal sealed record Visit(TimeSpan? Served, Exception? Error, TimeSpan Ended, bool OwnToken);
