namespace ConcurrencyKatas.SamplingProfiler.Suite;

internal static class Counts
{
    public static bool Same(this IReadOnlyDictionary<string, int> seen, Dictionary<string, int> wanted) =>
        seen.Count == wanted.Count && wanted.All(entry => seen.GetValueOrDefault(entry.Key) == entry.Value);

    public static TimeSpan Milliseconds(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
