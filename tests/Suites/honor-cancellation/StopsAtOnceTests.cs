using Interleaving.NUnit;
using static ConcurrencyKatas.HonorCancellation.Suite.Sample;

namespace ConcurrencyKatas.HonorCancellation.Suite;

[TestFixture]
public sealed class StopsAtOnceTests
{
    private const string Criterion = "stops-at-once";

    [Test, Interleaved, Category(Criterion)]
    public async Task A_long_read_ends_when_the_caller_cancels()
    {
        var database = new ScriptedDatabase(Pages) { ReadingTime = TimeSpan.FromSeconds(10) };
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(13.5));

        var outcome = await Outcome.OfAsync(database, row => row, caller.Token);

        Claim.That(outcome.At == 13.5, Wording.Late);
    }

    /// <summary>Three instants, drawn: in the first read, in one in the middle, and in the last, which finds nothing.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Whichever_read_it_is_it_ends_when_the_caller_cancels([Values(0, 2, 3)] int read)
    {
        var at = (read * 10) + Inputs.Draw().Next(1, 10);
        var database = new ScriptedDatabase(Pages) { ReadingTime = TimeSpan.FromSeconds(10) };
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(at));

        var outcome = await Outcome.OfAsync(database, row => row, caller.Token);

        Claim.That(outcome.At == at, Wording.Late);
        Claim.That(database.Steps == read + 2, Wording.Late);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_long_opening_ends_when_the_caller_cancels()
    {
        var database = new ScriptedDatabase(Pages) { OpeningTime = TimeSpan.FromSeconds(10) };
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(2));

        var outcome = await Outcome.OfAsync(database, row => row, caller.Token);

        Claim.That(outcome.At == 2, Wording.Late);
        Claim.That(database.Steps == 1, Wording.Late);
    }

    /// <summary>A report that does not even wait for that one step is for "no-work-after-the-end".</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_database_that_does_not_listen_costs_one_step_and_no_more()
    {
        var database = new ScriptedDatabase(Pages) { ReadingTime = TimeSpan.FromSeconds(3), IsDeaf = true };
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(4));

        var outcome = await Outcome.OfAsync(database, row => row, caller.Token);

        Claim.That(outcome.At <= 6, Wording.Deaf);
        Claim.That(database.Steps == 3, Wording.Deaf);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Before_the_start_means_no_work_at_all()
    {
        var database = new ScriptedDatabase(Pages) { IsDeaf = true };
        using var caller = new CancellationTokenSource();
        await caller.CancelAsync();

        await Outcome.OfAsync(database, row => row, caller.Token);

        Claim.That(database.Steps == 0, Wording.Untouched);
    }
}
