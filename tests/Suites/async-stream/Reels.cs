namespace ConcurrencyKatas.AsyncStream.Suite;

/// <summary>Archives from the run's seed.</summary>
internal static class Reels
{
    /// <summary>So many pages of some items each, and the answer that there are no more.</summary>
    /// <param name="draw">Where the figures come from.</param>
    /// <param name="pages">How many pages.</param>
    /// <param name="fetch">About how long a request takes.</param>
    /// <param name="most">The most items on a page; one at least.</param>
    public static Reel[] Of(this Random draw, int pages, TimeSpan fetch, int most = 3)
    {
        var first = draw.Next(100, 900);
        return
        [
            .. Enumerable.Range(0, pages).Select(page => new Reel(
                draw.About(fetch), [.. Enumerable.Range(0, draw.Next(1, most + 1)).Select(item => $"reel {first + page}, {item}")])),
            new(draw.About(fetch), null),
        ];
    }

    /// <summary>Half of it to one and a half, in whole milliseconds.</summary>
    public static TimeSpan About(this Random draw, TimeSpan time) =>
        TimeSpan.FromMilliseconds(draw.Next((int)time.TotalMilliseconds / 2, (int)time.TotalMilliseconds * 3 / 2));

    public static string[] Items(this IEnumerable<Reel> reels) => [.. reels.SelectMany(reel => reel.Items ?? [])];
}
