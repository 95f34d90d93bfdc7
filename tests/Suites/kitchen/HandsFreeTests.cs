using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.Kitchen.Suite;

/// <summary>On the loop, to which the appliances report as well: whoever blocks its one thread for a while keeps them from it.</summary>
[TestFixture]
public sealed class HandsFreeTests
{
    private const string Criterion = "hands-free";

    [Test, Interleaved(Schedules = 50), Category(Criterion)]
    public void The_loop_never_stands_still([Values(0, 5)] int vegetables, [Values(1, 2)] int cooks)
    {
        var home = new Home(vegetables, cooks) { Cut = _ => TimeSpan.FromSeconds(0.55) };

        Loop.Run(async () =>
        {
            var ticker = new Ticker();
            var ticking = ticker.RunAsync(31);
            await Lunch.CookAsync(home, vegetables, cooks);
            await ticking;
            Claim.That(ticker.LongestGap == Ticker.Period, Wording.Frozen);
        });
    }

    [Test, Interleaved, Category(Criterion)]
    public void The_loop_never_stands_still_when_something_fails()
    {
        var home = new Home(2, 1) { BadCut = number => number == 0 ? new IOException("blunt") : null };

        Loop.Run(async () =>
        {
            var ticker = new Ticker();
            var ticking = ticker.RunAsync(31);

            // Whether lunch ends at all is asked elsewhere.
            _ = Caught.ByAsync(() => Lunch.CookAsync(home, 2, 1));
            await ticking;
            Claim.That(ticker.LongestGap == Ticker.Period, Wording.Frozen);
        });
    }

    /// <summary>The caller's loop may be a scheduler of tasks, which new tasks take over unless they are told otherwise.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_scheduler_that_lunch_is_ordered_on_stays_free()
    {
        var loop = new TaskFactory(new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler);
        var home = new Home(2, 1) { Cut = _ => TimeSpan.FromSeconds(1) };

        var ordered = loop.StartNew(() => Lunch.CookAsync(home, 2, 1));
        await Task.Delay(TimeSpan.FromSeconds(0.5));
        Claim.That(ordered.IsCompleted, Wording.Kept);
        var isFree = loop.StartNew(static () => { });
        await Task.Delay(TimeSpan.FromSeconds(0.25));
        Claim.That(isFree.IsCompleted, Wording.Scheduler);

        await ordered.Unwrap();
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Lunch_is_ordered_in_no_time()
    {
        var watch = Stopwatch.StartNew();

        var lunch = Lunch.CookAsync(new Home(3, 2), 3, 2);
        Claim.That(watch.Elapsed == TimeSpan.Zero, Wording.Kept);

        await lunch;
    }
}
