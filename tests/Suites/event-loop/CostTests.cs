using Interleaving;
using Interleaving.NUnit;

namespace ConcurrencyKatas.EventLoop.Suite;

/// <summary>What the loop does is counted on simulated cores, where waiting costs nothing and looking costs.</summary>
[TestFixture]
public sealed class CostTests
{
    private const string Criterion = "cost";

    [Test, Interleaved(Schedules = 1, DataRaces = false), Category(Criterion), Property("verdict", "TooSlow")]
    public void An_hour_of_waiting_costs_as_much_as_a_second([Values] bool timer)
    {
        // A loop that looks every now and then is found out by a minute, and spared the hour.
        var second = Waiting(TimeSpan.FromSeconds(1), timer);
        foreach (var longer in (TimeSpan[])[TimeSpan.FromMinutes(1), TimeSpan.FromHours(1)])
            Claim.That(Waiting(longer, timer) <= second * 5 / 4, Wording.Polling);
    }

    [Test, Interleaved(Schedules = 1, DataRaces = false), Category(Criterion), Property("verdict", "TooSlow")]
    public void Ten_thousand_timers_cost_no_more_than_fifteen_times_a_thousand()
    {
        var draw = Inputs.Draw();
        var hundred = Timers(100, draw);
        var thousand = Timers(1_000, draw);
        Claim.That(thousand <= 20 * hundred, Wording.ManyTimers);
        Claim.That(Timers(10_000, draw) <= 15 * thousand, Wording.ManyTimers);
    }

    private static long Waiting(TimeSpan time, bool timer) => Cores.Run(1, () =>
    {
        var loop = new EventLoop();
        loop.RunUntil(end =>
        {
            if (timer)
            {
                loop.CallLater(time, "end", end);
            }
            else
            {
                Ways.Started(() =>
                {
                    Thread.Sleep(time);
                    loop.CallSoon("end", end);
                });
            }
        });
    }).Work;

    private static long Timers(int count, Random draw)
    {
        int[] delays = [.. Enumerable.Range(0, count).Select(_ => draw.Next(1, 3_600_000))];
        var left = count;
        var work = Cores.Run(1, () =>
        {
            var loop = new EventLoop();
            loop.RunUntil(end =>
            {
                foreach (var delay in delays)
                {
                    loop.CallLater(TimeSpan.FromMilliseconds(delay), "timer", () =>
                    {
                        if (Interlocked.Decrement(ref left) == 0)
                            end();
                    });
                }
            });
        }).Work;
        Claim.That(left == 0, Wording.LostTimer);
        return work;
    }
}
