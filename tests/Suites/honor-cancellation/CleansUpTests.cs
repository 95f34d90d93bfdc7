using Interleaving.NUnit;
using static ConcurrencyKatas.HonorCancellation.Suite.Sample;

namespace ConcurrencyKatas.HonorCancellation.Suite;

[TestFixture]
public sealed class CleansUpTests
{
    private const string Criterion = "cleans-up";

    [Test, Interleaved, Category(Criterion)]
    public async Task The_cursor_is_closed_once_after_a_result()
    {
        var database = new ScriptedDatabase(Pages) { ClosingTime = TimeSpan.FromSeconds(1) };

        var outcome = await Outcome.OfAsync(database, row => row, CancellationToken.None);

        ClosedOnce(database);
        Claim.That(outcome.At == 1, Wording.ClosingCut);
    }

    /// <summary>A cursor that was never given out must not be closed, and must not be missed either.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task An_opening_that_fails_leaves_nothing_to_close()
    {
        var database = new ScriptedDatabase(Pages) { OpeningFailure = new IOException("no connection") };

        await Outcome.OfAsync(database, row => row, CancellationToken.None);

        Claim.That(database.Closed == 0, Wording.NothingToClose);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_cursor_that_was_opened_too_late_is_closed_all_the_same()
    {
        var database = new ScriptedDatabase(Pages) { OpeningTime = TimeSpan.FromSeconds(3), IsDeaf = true };
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(1));

        await Outcome.OfAsync(database, row => row, caller.Token);

        ClosedOnce(database);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_closing_that_has_begun_is_not_cut_by_a_cancellation()
    {
        var database = new ScriptedDatabase(Pages) { ReadingTime = TimeSpan.FromSeconds(0.4), ClosingTime = TimeSpan.FromSeconds(0.3) };
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(1.7));

        var outcome = await Outcome.OfAsync(database, row => row, caller.Token);

        ClosedOnce(database);
        Claim.That(outcome.At == 1.9, Wording.ClosingCut);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task The_cursor_is_closed_once_after_a_cancellation()
    {
        var database = new ScriptedDatabase(Pages)
        {
            ReadingTime = TimeSpan.FromSeconds(5),
            ClosingTime = TimeSpan.FromSeconds(2),
        };
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(7));

        await Outcome.OfAsync(database, row => row, caller.Token);

        ClosedOnce(database);
        Claim.That(database.Trouble.Length == 0, Wording.Misused(database.Trouble));
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task The_cursor_is_closed_once_after_a_failed_read()
    {
        var database = new ScriptedDatabase(Pages) { Failure = new IOException("read"), FailingRead = 2 };

        await Outcome.OfAsync(database, row => row, CancellationToken.None);

        ClosedOnce(database);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task The_cursor_is_closed_once_after_a_failed_row()
    {
        var database = new ScriptedDatabase(Pages);

        await Outcome.OfAsync(database, row => row == 5 ? throw new ArithmeticException("row") : row, CancellationToken.None);

        ClosedOnce(database);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Whenever_the_request_comes_a_cursor_that_was_opened_is_closed()
    {
        var database = new ScriptedDatabase([[1, 2], [3]]) { Yields = true };
        using var caller = new CancellationTokenSource();
        var report = Task.Run(() => Outcome.OfAsync(database, row => row, caller.Token));

        await caller.CancelAsync();
        await report;

        Claim.That(database.Closed >= database.Opened, Wording.NotClosed);
        Claim.That(database.Closed <= database.Opened, Wording.ClosedTwice);
    }

    /// <summary>Whoever does not await the closing does not hear of its failure either, so this belongs to the closing.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_failed_closing_comes_out_as_it_is_and_is_not_tried_again()
    {
        var failure = new IOException("connection broken");
        var database = new ScriptedDatabase(Pages) { ClosingFailure = failure };

        var outcome = await Outcome.OfAsync(database, row => row, CancellationToken.None);

        Claim.That(ReferenceEquals(outcome.Exception, failure), Wording.ClosingLost);
        ClosedOnce(database);
    }

    private static void ClosedOnce(ScriptedDatabase database)
    {
        Claim.That(database.Closed > 0, Wording.NotClosed);
        Claim.That(database.Closed == 1, Wording.ClosedTwice);
    }
}
