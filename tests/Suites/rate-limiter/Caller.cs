namespace ConcurrencyKatas.RateLimiter.Suite;

/// <summary>Somebody who comes to a limiter. Times are virtual, from the start of the ride, in whole milliseconds, as timers are.</summary>
/// <param name="comes">When they call.</param>
/// <param name="givesUp">When their token is cancelled; null: never.</param>
internal sealed class Caller(TimeSpan comes, TimeSpan? givesUp = null)
{
    public TimeSpan Comes { get; } = Whole(comes);

    public TimeSpan? GivesUp { get; } = givesUp is { } at ? Whole(at) : null;

    private static TimeSpan Whole(TimeSpan time) => TimeSpan.FromMilliseconds((int)time.TotalMilliseconds);
}
