using System.Diagnostics;

namespace ConcurrencyKatas.OffloadBlocking.Suite;

/// <summary>A batch of readings, as the suite looks at it from outside.</summary>
internal static class Batch
{
    /// <summary>How long a batch takes; an hour when it does not end. Batches of one size take equally long while all workers are there.</summary>
    public static async Task<TimeSpan> TimeAsync(SensorHub hub, params int[] sensors)
    {
        var watch = Stopwatch.StartNew();
        var batch = hub.ReadAllAsync(sensors);
        await Task.WhenAny(batch, Task.Delay(TimeSpan.FromHours(1)));
        return watch.Elapsed;
    }
}
