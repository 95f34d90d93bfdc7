using Interleaving.NUnit;

namespace ConcurrencyKatas.FireAndForget.Suite;

[TestFixture]
public sealed class ReportedOnceTests
{
    private const string Criterion = "reported-once";

    public enum Way
    {
        AtOnce,
        Later,
        AsATask,
        AfterComputing,
    }

    /// <summary>Without any disposal: a failure is heard of when it happens, and not only when everything is cleared away.</summary>
    [Test, Interleaved(Schedules = 50), Category(Criterion)]
    public async Task A_failure_is_reported_when_it_happens([Values] Way way)
    {
        var draw = Inputs.Draw();
        var durations = draw.Durations(2);
        var (name, failure) = ($"letter {draw.Next(100, 900)}", new IOException("bounced"));
        var office = new Office();

        var escaped = await Caught.ByAsync(() =>
        {
            office.Background.Start(name, Failing(way, durations[1], failure));
            return Task.CompletedTask;
        });
        office.Start("another one", durations[0] * 3);
        await Task.Delay(durations[1] * 2);

        Claim.That(escaped is null, Wording.Escaped);
        var reports = office.Reports;
        Claim.That(reports.Length == 1, Wording.NotReported);
        Claim.That(reports[0].Name == name, Wording.OtherName);
        Claim.That(ReferenceEquals(reports[0].Failure, failure), Wording.OtherException);
        Claim.That(reports[0].At == (way is Way.Later or Way.AfterComputing ? durations[1] : TimeSpan.Zero), Wording.NotReported);
        await Office.AMinuteAsync();
        Claim.That(office.Reports.Length == 1, Wording.NotReported);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task What_ends_well_or_cancelled_is_not_reported()
    {
        var durations = Inputs.Draw().Durations(3);
        var office = new Office();
        using var cancellation = new CancellationTokenSource(durations[0] / 2);

        office.Start("fine", durations[0]);
        office.Background.Start("cancelled in the middle", () => Task.Delay(durations[1], cancellation.Token));
        office.Background.Start("cancelled from the start", () => Task.FromCanceled(new CancellationToken(canceled: true)));
        office.Background.Start("thrown at once", () => throw new OperationCanceledException());
        office.Background.Start("thrown later", async () =>
        {
            await Task.Delay(durations[2]);
            throw new TaskCanceledException("gave up");
        });
        await Office.AMinuteAsync();

        Claim.That(office.Reports is [], Wording.ReportedAndFine);
    }

    /// <summary>Two at one instant, two of one name, and one that is alone.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Each_of_several_failures_is_reported_by_its_own_name()
    {
        var draw = Inputs.Draw();
        var durations = draw.Durations(2);
        var office = new Office();
        (string Name, TimeSpan At, Exception Failure)[] all =
        [
            ($"letter {draw.Next(100, 500)}", durations[0], new IOException("first")),
            ($"letter {draw.Next(500, 900)}", durations[0], new TimeoutException("at the same instant")),
            ("twin", durations[1], new IOException("of one name")),
            ("twin", TimeSpan.Zero, new AggregateException("at once", new IOException())),
        ];

        foreach (var (name, at, failure) in all)
            office.Start(name, at, failure);
        await Office.AMinuteAsync();

        AllReported(office, [.. all.Select(one => (one.Name, one.Failure))]);
    }

    /// <summary>Starts at the same time share nothing that one of them could overwrite.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Failures_of_work_that_is_started_at_the_same_time_are_told_apart()
    {
        var office = new Office();
        (string Name, Exception Failure)[] all = [("left", new IOException()), ("right", new TimeoutException())];

        await Task.WhenAll(all.Select(one => Task.Run(() => office.Start(one.Name, TimeSpan.Zero, one.Failure))));
        await Office.AMinuteAsync();

        AllReported(office, all);
    }

    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public async Task A_report_that_throws_harms_nobody_else([Values(0, 1, 2)] int thrower, [Values] bool cancelled)
    {
        var durations = Inputs.Draw().Durations(4);
        var office = new Office { AfterReport = name => ThrowIf(name == $"letter {thrower}", cancelled) };
        Exception[] failures = [new IOException(), new TimeoutException(), new IOException()];

        for (var i = 0; i < failures.Length; i++)
            office.Start($"letter {i}", durations[i], failures[i]);
        office.Start("fine", durations[3] * 2);
        await Office.AMinuteAsync();
        var outcome = await Caught.ByAsync(() => office.Background.DisposeAsync().AsTask());

        Claim.That(outcome?.GetBaseException() is not (InvalidOperationException or OperationCanceledException) && office.Ended == 4, Wording.ReportHarms);
        Claim.That(office.Reports.Length == failures.Length, Wording.ReportHarms);
    }

    /// <summary>Whoever reports one after another, on one task, keeps the later ones waiting.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_report_that_takes_its_time_holds_no_other_report_up()
    {
        var durations = Inputs.Draw().Durations(2);
        var office = new Office { AfterReport = name => Thread.Sleep(name == "slow" ? durations[1] : TimeSpan.Zero) };
        (string Name, Exception Failure)[] all = [("slow", new IOException()), ("quick", new IOException())];

        office.Start(all[0].Name, durations[0], all[0].Failure);
        office.Start(all[1].Name, durations[0] + (durations[1] / 2), all[1].Failure);
        await Office.AMinuteAsync();

        AllReported(office, all);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Failures_of_two_instances_stay_apart()
    {
        var durations = Inputs.Draw().Durations(2);
        Office one = new(), other = new();
        IOException first = new(), second = new();

        one.Start("letter", durations[0], first);
        other.Start("letter", durations[1], second);
        await Office.AMinuteAsync();

        Claim.That(
            one.Reports is [var mine] && mine.Failure == first && other.Reports is [var yours] && yours.Failure == second,
            Wording.Mixed);
    }

    /// <summary>Reporting may be the moment to try again: it may call Start.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_report_may_start_work()
    {
        var durations = Inputs.Draw().Durations(2);
        Office? office = null;
        var again = 0;
        office = new Office
        {
            AfterReport = _ =>
            {
                if (Interlocked.Increment(ref again) == 1)
                    office!.Start("once more", durations[1]);
            },
        };

        office.Start("letter", durations[0], new IOException());
        await Office.AMinuteAsync();

        Claim.That(office.Reports.Length == 1, Wording.NotReported);
        Claim.That(office.Ended == 2, Wording.NotOnce);
    }

    private static void AllReported(Office office, (string Name, Exception Failure)[] all)
    {
        var reports = office.Reports;
        Claim.That(reports.Length == all.Length, Wording.NotReported);
        Claim.That(all.All(one => reports.Count(report => report.Failure == one.Failure) == 1), Wording.OtherException);
        Claim.That(all.All(one => reports.Single(report => report.Failure == one.Failure).Name == one.Name), Wording.OtherName);
        Claim.That(reports.All(report => report.At == office.FailedAt(report.Failure)), Wording.ReportedLate);
    }

    private static Func<Task> Failing(Way way, TimeSpan after, Exception failure) => way switch
    {
        Way.AtOnce => () => throw failure,
        Way.AsATask => () => Task.FromException(failure),
        Way.AfterComputing => () =>
        {
            Thread.Sleep(after);
            throw failure;
        }
        ,
        _ => async () =>
        {
            await Task.Delay(after);
            throw failure;
        }
        ,
    };

    /// <summary>A report that is cancelled has thrown like any other.</summary>
    private static void ThrowIf(bool full, bool cancelled)
    {
        if (full)
            throw cancelled ? new OperationCanceledException("The log is closing.") : new InvalidOperationException("The log is full.");
    }
}
