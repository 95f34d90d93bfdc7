using System.Diagnostics;

namespace ConcurrencyKatas.HonorCancellation.Suite;

/// <summary>How a report ended.</summary>
/// <param name="Total">Its result, if it had one.</param>
/// <param name="Exception">What it threw, if it did.</param>
/// <param name="At">When it ended, in seconds since it was asked.</param>
internal sealed record Outcome(long? Total, Exception? Exception, double At)
{
    public static async Task<Outcome> OfAsync(Func<Task<long>> report)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var total = await report();
            return new(total, null, watch.Elapsed.TotalSeconds);
        }
        catch (Exception exception)
        {
            return new(null, exception, watch.Elapsed.TotalSeconds);
        }
    }

    public static Task<Outcome> OfAsync(IDatabase database, Func<int, long> score, CancellationToken token) =>
        OfAsync(() => new Report(database, score).TotalAsync(token));
}
