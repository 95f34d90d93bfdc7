namespace ConcurrencyKatas.RateLimiter.Suite;

/// <summary>Callers from the run's seed.</summary>
internal static class Crowd
{
    public static TimeSpan Window(this Random draw) => TimeSpan.FromMilliseconds(draw.Next(300, 3000));

    /// <summary>Bursts of callers, at any distance from each other, some of whom come at the same instant.</summary>
    public static Caller[] Bursts(this Random draw, int bursts, int permits, TimeSpan window)
    {
        List<Caller> callers = [];
        var now = TimeSpan.Zero;
        for (var i = 0; i < bursts; i++)
        {
            now += draw.Next(0, 150) * window / 100;
            callers.AddRange(Enumerable.Repeat(new Caller(now), draw.Next(1, permits + 2)));
        }

        return [.. callers];
    }
}
