using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.FireAndForget.Suite;

[TestFixture]
public sealed class ReturnsAtOnceTests
{
    private const string Criterion = "returns-at-once";

    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public async Task Work_that_computes_before_its_first_await_holds_nobody_up([Values(1, 2, 3)] int count)
    {
        var durations = Inputs.Draw().Durations(count);
        var office = new Office();

        var longest = TimeSpan.Zero;
        foreach (var duration in durations)
        {
            var watch = Stopwatch.StartNew();
            office.Background.Start("computes", () =>
            {
                Thread.Sleep(duration);
                return office.WorkAsync(duration);
            });
            longest = watch.Elapsed > longest ? watch.Elapsed : longest;
        }

        Claim.That(longest == TimeSpan.Zero, Wording.StartWaits);
        await Office.AMinuteAsync();
    }

    /// <summary>Nor later on: a loop that only gets its work a turn later is held up all the same.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void Work_that_was_started_on_a_loop_does_not_run_there()
    {
        var durations = Inputs.Draw().Durations(2);

        Loop.Run(async () =>
        {
            var office = new Office();
            var ticker = new Ticker();
            var ticking = ticker.RunAsync(29);
            office.Background.Start("computes", () =>
            {
                Thread.Sleep(durations[0]);
                return Task.CompletedTask;
            });
            office.Background.Start("computes after an await", async () =>
            {
                await Task.Delay(durations[1] / 10);
                Thread.Sleep(durations[1]);
            });
            await ticking;
            Claim.That(ticker.LongestGap == Ticker.Period, Wording.HoldsTheLoop);
        });
    }

    /// <summary>The loop may be a scheduler of tasks, which new tasks take over unless they are told otherwise.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Work_that_was_started_on_a_scheduler_does_not_run_there()
    {
        var duration = Inputs.Draw().Durations(1)[0];
        var loop = new TaskFactory(new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler);
        var office = new Office();

        await loop.StartNew(() => office.Background.Start("computes", () =>
        {
            Thread.Sleep(duration);
            return Task.CompletedTask;
        }));
        await Task.Delay(duration / 2);
        var watch = Stopwatch.StartNew();
        await loop.StartNew(static () => { });
        Claim.That(watch.Elapsed == TimeSpan.Zero, Wording.HoldsTheScheduler);
        await Office.AMinuteAsync();
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_report_that_takes_its_time_does_not_hold_up_whoever_starts()
    {
        var durations = Inputs.Draw().Durations(2);
        var office = new Office { AfterReport = _ => Thread.Sleep(durations[0]) };
        office.Start("fails", durations[1] / 4, new IOException());

        await Task.Delay((durations[1] / 4) + (durations[0] / 2));
        var watch = Stopwatch.StartNew();
        office.Start("comes meanwhile", durations[1]);

        Claim.That(watch.Elapsed == TimeSpan.Zero, Wording.StartWaitsForReport);
        await Office.AMinuteAsync();
    }
}
