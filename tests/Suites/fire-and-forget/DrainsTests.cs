using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.FireAndForget.Suite;

[TestFixture]
public sealed class DrainsTests
{
    private const string Criterion = "drains";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public async Task One_and_three_seconds_are_over_at_three()
    {
        var office = new Office();
        office.Start("long", 3 * Second);
        office.Start("short", Second);

        EndsAt(3 * Second, await office.DisposeAsync(), office, 2);
    }

    [Test, Interleaved(Schedules = 50), Category(Criterion)]
    public async Task All_work_is_awaited_and_no_longer_than_it_takes([Values(0, 1, 2, 5)] int count)
    {
        var durations = Inputs.Draw().Durations(6)[..count];
        var office = new Office();
        foreach (var duration in durations)
            office.Start("letter", duration);

        EndsAt(durations.Append(TimeSpan.Zero).Max(), await office.DisposeAsync(), office, count);
    }

    /// <summary>Some has ended before the next is started, and nothing is running for a while.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Work_that_is_started_after_a_pause_is_awaited()
    {
        var durations = Inputs.Draw().Durations(3);
        var office = new Office();
        office.Start("before the pause", durations[0]);
        await Task.Delay(durations[0] * 2);
        office.Start("after it", durations[1]);
        office.Start("after it", durations[2]);

        var last = durations[1] > durations[2] ? durations[1] : durations[2];
        EndsAt((durations[0] * 2) + last, await office.DisposeAsync(), office, 3);
    }

    /// <summary>Nobody loses patience after a minute, or an hour.</summary>
    [Test, Interleaved(MaxSteps = 20_000), Category(Criterion)]
    public async Task Work_that_takes_hours_is_awaited()
    {
        var office = new Office();
        var duration = TimeSpan.FromHours(Inputs.Draw().Next(5, 9));
        office.Start("archive", duration);

        EndsAt(duration, await office.DisposeAsync(), office, 1);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Work_that_only_computes_is_awaited()
    {
        var durations = Inputs.Draw().Durations(2);
        var office = new Office();
        office.Start("waits", durations[1] / 2);
        office.Background.Start("computes", () =>
        {
            Thread.Sleep(durations[0]);
            return office.WorkAsync(TimeSpan.Zero);
        });

        EndsAt(durations[0], await office.DisposeAsync(), office, 2);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Work_that_was_started_by_work_is_awaited()
    {
        var durations = Inputs.Draw().Durations(2);
        var office = new Office();
        office.Background.Start("starts more", async () =>
        {
            await office.WorkAsync(durations[0]);
            office.Start("more", durations[1]);
        });
        await Task.Delay(durations[0] + (Second / 4));

        EndsAt(durations[0] + durations[1], await office.DisposeAsync(), office, 2);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_report_is_awaited_with_its_work()
    {
        var durations = Inputs.Draw().Durations(3);
        var reported = 0;
        var office = new Office
        {
            AfterReport = _ =>
            {
                Thread.Sleep(durations[2]);
                Interlocked.Increment(ref reported);
            },
        };
        office.Start("fine", durations[0]);
        office.Start("fails", durations[1] * 2, new IOException());

        var ended = await office.DisposeAsync();
        var inTime = Volatile.Read(ref reported);
        await Office.AMinuteAsync();

        // Whether a failure is reported at all is another criterion's question.
        var any = office.Reports.Length > 0;
        Claim.That(!any || inTime > 0, Wording.ReportNotAwaited);
        Claim.That(!any || ended == (durations[1] * 2) + durations[2], Wording.EndsLate);
    }

    /// <summary>Two at once, one in the middle, one after the end.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task However_often_it_is_disposed_each_disposal_ends_at_the_end([Values] bool fails)
    {
        var durations = Inputs.Draw().Durations(2);
        var office = new Office();
        office.Start("short", durations[0], fails ? new IOException() : null);
        office.Start("long", 2 * durations[1]);

        var atOnce = Task.WhenAll(Task.Run(office.DisposeAsync), Task.Run(office.DisposeAsync));
        await Task.Delay(durations[0] / 2);
        var inTheMiddle = await office.DisposeAsync();
        var both = await atOnce;
        await Task.Delay(Second);
        var afterwards = await office.DisposeAsync();

        var end = 2 * durations[1];
        Claim.That(both[0] == end && both[1] == end && inTheMiddle == end, Wording.SecondDoesNotWait);
        Claim.That(afterwards == end + Second, Wording.SecondDoesNotWait);
    }

    /// <summary>On one thread, and with nothing but what the disposal itself does on it.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void The_disposal_waits_without_blocking_its_caller()
    {
        var durations = Inputs.Draw().Durations(2);

        Loop.Run(async () =>
        {
            var office = new Office();
            office.Start("letter", durations[0]);
            office.Start("bounces", durations[1], new IOException());
            var ticker = new Ticker();
            var ticking = ticker.RunAsync(19);
            var watch = Stopwatch.StartNew();
            var disposal = office.Background.DisposeAsync().AsTask();
            Claim.That(watch.Elapsed == TimeSpan.Zero, Wording.DisposalBlocks);
            await disposal;
            await ticking;
            Claim.That(ticker.LongestGap == Ticker.Period, Wording.DisposalBlocks);
        });
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task One_disposal_does_not_wait_for_the_work_of_another()
    {
        var durations = Inputs.Draw().Durations(2);
        Office one = new(), other = new();
        one.Start("letter", durations[0]);
        other.Start("letter", 2 * durations[1]);

        var first = await one.DisposeAsync();
        var second = await other.DisposeAsync();

        Claim.That(first <= durations[0], Wording.OtherDisposal);
        Claim.That(first == durations[0] && second == 2 * durations[1], Wording.NotDrained);
    }

    private static void EndsAt(TimeSpan expected, TimeSpan ended, Office office, int pieces)
    {
        Claim.That(office.Ended == pieces, Wording.NotDrained);
        Claim.That(office.Begun == pieces, Wording.NotOnce);
        Claim.That(ended == expected, Wording.EndsLate);
    }
}
