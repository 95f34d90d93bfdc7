namespace ConcurrencyKatas.AsyncStream.Suite;

/// <summary>What should happen when, with a listener who stays to the end.</summary>
/// <param name="Asked">When each page is asked for, the one that is not there included.</param>
/// <param name="Items">When each item comes out.</param>
/// <param name="End">When the stream ends.</param>
internal sealed record Timetable(TimeSpan[] Asked, TimeSpan[] Items, TimeSpan End)
{
    public static Timetable Of(Reel[] reels, Func<string, TimeSpan> each)
    {
        List<TimeSpan> asked = [], items = [];
        var (now, request) = (TimeSpan.Zero, TimeSpan.Zero);
        foreach (var reel in reels)
        {
            // A page is begun when it is there and the one before has been heard; at that instant the next one is asked for.
            asked.Add(request);
            var there = request + reel.Fetch;
            now = there > now ? there : now;
            request = now;
            foreach (var item in reel.Items ?? [])
            {
                items.Add(now);
                now += each(item);
            }
        }

        return new([.. asked], [.. items], now);
    }
}
