namespace ConcurrencyKatas.ConnectionPool.Suite;

/// <summary>Somebody who comes to a pool, uses a connection for a while, and gives it back. Times are in whole milliseconds, as timers are.</summary>
/// <param name="comes">When they come, from the start.</param>
/// <param name="uses">For how long they use the connection.</param>
/// <param name="givesUp">When their token is cancelled; null: never.</param>
internal sealed class Borrower(TimeSpan comes, TimeSpan uses, TimeSpan? givesUp = null)
{
    public TimeSpan Comes { get; } = Whole(comes);

    public TimeSpan Uses { get; } = Whole(uses);

    public TimeSpan? GivesUp { get; } = givesUp is { } at ? Whole(at) : null;

    private static TimeSpan Whole(TimeSpan time) => TimeSpan.FromMilliseconds((int)time.TotalMilliseconds);
}
