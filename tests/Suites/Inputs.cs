namespace ConcurrencyKatas;

/// <summary>Where a hidden test takes its figures from, so that no submission can know them.</summary>
internal static class Inputs
{
    /// <summary>
    /// The same numbers in every execution of one run, since an exploration compares executions; others in a run with another
    /// seed (the test parameter "seed", which the judge sets).
    /// </summary>
    public static Random Draw() => new(TestContext.Parameters.Get("seed", 1));

    /// <summary>
    /// Durations of one to one and a half seconds, in a drawn order. No two sums of them are equal, whichever are added, so that
    /// what takes so long never ends together by accident: timers that are due at one instant fire in any order.
    /// </summary>
    /// <param name="draw">Where the order comes from.</param>
    /// <param name="count">1 to 9.</param>
    public static TimeSpan[] Durations(this Random draw, int count)
    {
        // A second each, and a power of two: the seconds tell how many were added, and the rest tells which.
        TimeSpan[] all = [.. Enumerable.Range(0, count).Select(i => TimeSpan.FromMilliseconds(1000 + (1 << i)))];
        draw.Shuffle(all);
        return all;
    }

    /// <summary>
    /// What a test gives away and looks at again afterwards, it gives away as a copy: whoever is given an array can write to it, whatever
    /// the interface says that it is given as.
    /// </summary>
    public static T[] Copy<T>(this T[] inputs) => [.. inputs];
}
