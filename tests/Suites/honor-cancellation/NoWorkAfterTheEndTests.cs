using Interleaving.NUnit;
using static ConcurrencyKatas.HonorCancellation.Suite.Sample;

namespace ConcurrencyKatas.HonorCancellation.Suite;

[TestFixture]
public sealed class NoWorkAfterTheEndTests
{
    private const string Criterion = "no-work-after-the-end";

    [Test, Interleaved, Category(Criterion)]
    public async Task Nothing_goes_on_after_the_report_has_ended()
    {
        var database = new ScriptedDatabase(Pages) { ReadingTime = TimeSpan.FromSeconds(3), IsDeaf = true };
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(1));

        await Outcome.OfAsync(database, row => row, caller.Token);
        var (steps, reads) = (database.Steps, database.IsReading);
        await Task.Delay(TimeSpan.FromMinutes(1));

        Claim.That(!reads && database.Steps == steps, Wording.Zombie);
        Claim.That(database.Trouble.Length == 0, Wording.Misused(database.Trouble));
    }

    /// <summary>A zombie may only compute: no step of the database tells of it.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task No_row_is_scored_after_the_report_has_ended([Values(0.5, 1.5, 6.5)] double seconds)
    {
        var activity = new Activity();
        var database = new ScriptedDatabase([[1, 2, 3, 4], [5, 6], [7, 8, 9]]);
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));

        await Outcome.OfAsync(database, Score, caller.Token);

        Claim.That(await activity.AfterwardsAsync() == 0, Wording.ZombieRow);
        Claim.That(database.Trouble.Length == 0, Wording.Misused(database.Trouble));

        long Score(int row)
        {
            activity.Note();
            Thread.Sleep(TimeSpan.FromSeconds(1));
            activity.Note();
            return row;
        }
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Nothing_goes_on_after_a_failure()
    {
        var activity = new Activity();
        var database = new ScriptedDatabase(Pages) { ReadingTime = TimeSpan.FromSeconds(1), ClosingTime = TimeSpan.FromSeconds(1) };

        await Outcome.OfAsync(database, row => row == 5 ? throw new ArithmeticException("row") : Noted(row), CancellationToken.None);
        var steps = database.Steps;

        Claim.That(await activity.AfterwardsAsync() == 0 && database.Steps == steps, Wording.Zombie);

        long Noted(int row)
        {
            activity.Note();
            return row;
        }
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Whenever_the_request_comes_at_most_one_more_step_begins()
    {
        var database = new ScriptedDatabase([[1, 2, 3, 4], [5]]) { Yields = true };
        using var caller = new CancellationTokenSource();
        var report = Task.Run(() => Outcome.OfAsync(database, row => row, caller.Token));

        await caller.CancelAsync();
        var stepsAtRequest = database.Steps;
        await report;

        Claim.That(database.Steps - stepsAtRequest <= 1, Wording.MoreThanOneStep);
        Claim.That(database.Trouble.Length == 0, Wording.Misused(database.Trouble));
    }
}
