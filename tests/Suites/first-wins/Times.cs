namespace ConcurrencyKatas.FirstWins.Suite;

/// <summary>Times that never coincide by accident: timers that are due at one instant fire in any order.</summary>
internal static class Times
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(40);

    /// <summary>A delay of half a second to a second and a half, without a rest by which to tell who ended.</summary>
    public static TimeSpan Delay(this Random draw) => draw.Next(13, 38) * Tick;

    /// <summary>
    /// About so many delays. The rest, a power of two for each of five companies, tells whose end an instant comes from, so no end falls on
    /// a start or on another end.
    /// </summary>
    public static TimeSpan Of(int company, double delays, TimeSpan delay) =>
        ((int)(delays * delay / Tick) * Tick) + TimeSpan.FromMilliseconds(1 << company);
}
