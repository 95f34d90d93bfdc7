using System.Diagnostics;

namespace ConcurrencyKatas.RateLimiter.Suite;

/// <summary>Callers at a limiter. Each is a task of its own, and they share nothing but the limiter: what races there shows.</summary>
internal static class Ride
{
    public static async Task<Passage[]> OfAsync(RateLimiter limiter, params Caller[] callers)
    {
        var watch = Stopwatch.StartNew();
        return await Task.WhenAll(callers.Select(caller => OneAsync(limiter, caller, watch)));
    }

    /// <summary>
    /// When each passes: first come first served, as soon as the last but so many passed a window ago. Callers who give up before that do not
    /// count. The callers stand in the order in which they come.
    /// </summary>
    public static TimeSpan?[] Expected(int permits, TimeSpan window, params Caller[] callers)
    {
        List<TimeSpan> passed = [];
        return [.. callers.Select(caller =>
        {
            var free = passed.Count < permits ? TimeSpan.Zero : passed[^permits] + window;
            var at = free > caller.Comes ? free : caller.Comes;
            if (caller.GivesUp <= at)
                return (TimeSpan?)null;
            passed.Add(at);
            return at;
        })];
    }

    /// <summary>Whether they passed at these instants. Who of those that came together is before whom is open.</summary>
    public static bool Passed(this Passage[] passages, Caller[] callers, TimeSpan?[] expected) =>
        callers.Select((caller, i) => (caller.Comes, i)).GroupBy(pair => pair.Comes, pair => pair.i).All(together =>
            together.Select(i => passages[i].At).Order().SequenceEqual(together.Select(i => expected[i]).Order()));

    /// <summary>Whether any one more than the permits passed within less than a window.</summary>
    public static bool TooMany(this Passage[] passages, int permits, TimeSpan window)
    {
        TimeSpan[] at = [.. passages.Select(passage => passage.At).OfType<TimeSpan>().Order()];
        return at.Skip(permits).Zip(at).Any(pair => pair.First - pair.Second < window);
    }

    private static async Task<Passage> OneAsync(RateLimiter limiter, Caller caller, Stopwatch watch)
    {
        await Task.Delay(caller.Comes);
        var cancellation = new CancellationTokenSource();
        if (caller.GivesUp is { } at && at <= caller.Comes)
            cancellation.Cancel();
        else if (caller.GivesUp is { } later)
            cancellation.CancelAfter(later - caller.Comes);
        try
        {
            await limiter.WaitAsync(cancellation.Token);
            return new(watch.Elapsed, watch.Elapsed, false);
        }
        catch (OperationCanceledException cancelled)
        {
            return new(null, watch.Elapsed, caller.GivesUp is not null && cancelled.CancellationToken == cancellation.Token);
        }
    }
}
