using Interleaving.NUnit;
using static ConcurrencyKatas.HonorCancellation.Suite.Sample;

namespace ConcurrencyKatas.HonorCancellation.Suite;

[TestFixture]
public sealed class CompletesTests
{
    private const string Criterion = "completes";

    [Test, Interleaved, Category(Criterion)]
    public async Task A_report_left_alone_adds_up_every_row()
    {
        var factor = Inputs.Draw().Next(2, 1000);
        var database = new ScriptedDatabase(Pages) { ReadingTime = TimeSpan.FromSeconds(1) };

        var outcome = await Outcome.OfAsync(database, row => factor * row, CancellationToken.None);

        Claim.That(outcome.Total == 31 * factor, Wording.Total);
        Claim.That(outcome.At == 4, Wording.Dawdling);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_report_that_is_run_again_gives_the_same_sum()
    {
        var factor = Inputs.Draw().Next(2, 1000);
        var report = new Report(new ScriptedDatabase(Pages), row => factor * row);

        await Outcome.OfAsync(() => report.TotalAsync(CancellationToken.None));
        var again = await Outcome.OfAsync(() => report.TotalAsync(CancellationToken.None));

        Claim.That(again.Total == 31 * factor, Wording.Again);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_report_without_rows_is_zero()
    {
        var outcome = await Outcome.OfAsync(new ScriptedDatabase([]), row => row, CancellationToken.None);

        Claim.That(outcome.Total == 0, Wording.Total);
    }

    /// <summary>Cancelled while the cursor is being opened, and while a page is being read.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_report_that_was_cancelled_can_be_run_again([Values(0.5, 2.5)] double seconds)
    {
        var factor = Inputs.Draw().Next(2, 1000);
        var report = new Report(
            new ScriptedDatabase(Pages) { OpeningTime = TimeSpan.FromSeconds(1), ReadingTime = TimeSpan.FromSeconds(1) }, row => factor * row);
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));

        await Outcome.OfAsync(() => report.TotalAsync(caller.Token));
        var again = await Outcome.OfAsync(() => report.TotalAsync(CancellationToken.None));

        Claim.That(again.Total == 31 * factor, Wording.Again);
    }

    /// <summary>Cancelled where nothing is awaited: what a callback of the token sets then, stays set.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_report_that_was_cancelled_in_the_middle_of_a_page_can_be_run_again()
    {
        var factor = Inputs.Draw().Next(2, 1000);
        using var caller = new CancellationTokenSource();
        var report = new Report(
            new ScriptedDatabase(Pages),
            row =>
            {
                if (row == 5)
                    caller.Cancel();
                return factor * row;
            });

        await Outcome.OfAsync(() => report.TotalAsync(caller.Token));
        var again = await Outcome.OfAsync(() => report.TotalAsync(CancellationToken.None));

        Claim.That(again.Total == 31 * factor, Wording.Again);
    }

    /// <summary>One of the two is cancelled, while it scores; the other goes on.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_cancelled_run_leaves_the_other_run_of_the_report_alone()
    {
        var factor = Inputs.Draw().Next(2, 1000);
        using var caller = new CancellationTokenSource();
        var report = new Report(
            new Archive(new([[3], [1, 7, 4]]) { ReadingTime = TimeSpan.FromSeconds(1) }, new(Pages) { ReadingTime = TimeSpan.FromSeconds(3) }),
            row =>
            {
                if (row == 7)
                    caller.Cancel();
                return factor * row;
            });

        var cancelled = Outcome.OfAsync(() => report.TotalAsync(caller.Token));
        var other = await Outcome.OfAsync(() => report.TotalAsync(CancellationToken.None));
        await cancelled;

        Claim.That(other.Total == 31 * factor, Wording.OtherRunCancelled);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_reports_at_once_add_up_each_its_own_rows()
    {
        var factor = Inputs.Draw().Next(2, 1000);
        ScriptedDatabase one = new(Pages) { ReadingTime = TimeSpan.FromSeconds(1) }, other = new([[7], [8, 5]]) { ReadingTime = TimeSpan.FromSeconds(1) };

        var first = Outcome.OfAsync(one, row => factor * row, CancellationToken.None);
        var second = Outcome.OfAsync(other, row => row, CancellationToken.None);

        Claim.That((await first).Total == 31 * factor && (await second).Total == 20, Wording.Shared);
    }

    /// <summary>The second run begins, and ends, while the first one is under way.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Two_runs_of_one_report_at_once_add_up_each_its_own_rows()
    {
        var factor = Inputs.Draw().Next(2, 1000);
        var report = new Report(
            new Archive(
                new(Pages) { ReadingTime = TimeSpan.FromSeconds(3) },
                new([[7], [8, 5]]) { ReadingTime = TimeSpan.FromSeconds(1), OpeningTime = TimeSpan.FromSeconds(4) }),
            row => factor * row);

        var first = Outcome.OfAsync(() => report.TotalAsync(CancellationToken.None));
        var second = Outcome.OfAsync(() => report.TotalAsync(CancellationToken.None));

        Claim.That((await first).Total == 31 * factor && (await second).Total == 20 * factor, Wording.SharedRuns);
    }
}
