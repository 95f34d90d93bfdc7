using System.Diagnostics;

namespace ConcurrencyKatas;

/// <summary>Ticks on the <see cref="Loop"/> that it was started on, and remembers how long the loop let it wait. Times are virtual.</summary>
internal sealed class Ticker
{
    public static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    public TimeSpan LongestGap { get; private set; }

    public async Task RunAsync(int ticks)
    {
        for (var tick = 0; tick < ticks; tick++)
        {
            var watch = Stopwatch.StartNew();
            await Task.Delay(Period);
            var gap = watch.Elapsed;
            LongestGap = gap > LongestGap ? gap : LongestGap;
        }
    }
}
