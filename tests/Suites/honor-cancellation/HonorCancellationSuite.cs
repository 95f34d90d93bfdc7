using Interleaving.NUnit;

namespace ConcurrencyKatas.HonorCancellation.Suite;

[TestFixture]
public sealed class HonorCancellationSuite
{
    private static readonly int[][] Pages = [[3, 1, 4], [1, 5], [9, 2, 6]];

    [Test, Interleaved, Category("completes")]
    public async Task A_report_left_alone_adds_up_every_row()
    {
        var factor = Inputs.Draw().Next(2, 1000);
        var database = new ScriptedDatabase(Pages) { ReadingTime = TimeSpan.FromSeconds(1) };

        var outcome = await Outcome.OfAsync(database, row => factor * row, CancellationToken.None);

        Claim.That(outcome.Total == 31 * factor, Wording.Total);
        Claim.That(outcome.At == 4, Wording.Dawdling);
    }

    [Test, Interleaved, Category("completes")]
    public async Task A_report_that_is_run_again_gives_the_same_sum()
    {
        var factor = Inputs.Draw().Next(2, 1000);
        var report = new Report(new ScriptedDatabase(Pages), row => factor * row);

        await Outcome.OfAsync(() => report.TotalAsync(CancellationToken.None));
        var again = await Outcome.OfAsync(() => report.TotalAsync(CancellationToken.None));

        Claim.That(again.Total == 31 * factor, Wording.Again);
    }

    [Test, Interleaved, Category("completes")]
    public async Task A_report_without_rows_is_zero()
    {
        var outcome = await Outcome.OfAsync(new ScriptedDatabase([]), row => row, CancellationToken.None);

        Claim.That(outcome.Total == 0, Wording.Total);
    }

    [Test, Interleaved, Category("stops-at-once")]
    public async Task A_long_read_ends_when_the_caller_cancels()
    {
        var database = new ScriptedDatabase(Pages) { ReadingTime = TimeSpan.FromSeconds(10) };
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(13.5));

        var outcome = await Outcome.OfAsync(database, row => row, caller.Token);

        Claim.That(outcome.At == 13.5, Wording.Late);
    }

    [Test, Interleaved, Category("stops-at-once")]
    public async Task A_long_opening_ends_when_the_caller_cancels()
    {
        var database = new ScriptedDatabase(Pages) { OpeningTime = TimeSpan.FromSeconds(10) };
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(2));

        var outcome = await Outcome.OfAsync(database, row => row, caller.Token);

        Claim.That(outcome.At == 2, Wording.Late);
        Claim.That(database.Steps == 1, Wording.Late);
    }

    [Test, Interleaved, Category("stops-at-once")]
    public async Task A_database_that_does_not_listen_costs_one_step_and_no_more()
    {
        var database = new ScriptedDatabase(Pages) { ReadingTime = TimeSpan.FromSeconds(3), IsDeaf = true };
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(4));

        var outcome = await Outcome.OfAsync(database, row => row, caller.Token);

        Claim.That(outcome.At == 6, Wording.Deaf);
        Claim.That(database.Steps == 3, Wording.Deaf);
    }

    [Test, Interleaved, Category("stops-at-once")]
    public async Task Before_the_start_means_no_work_at_all()
    {
        var database = new ScriptedDatabase(Pages) { IsDeaf = true };
        using var caller = new CancellationTokenSource();
        await caller.CancelAsync();

        await Outcome.OfAsync(database, row => row, caller.Token);

        Claim.That(database.Steps == 0, Wording.Untouched);
    }

    [Test, Interleaved, Category("polls-while-computing")]
    public async Task A_long_page_is_left_at_the_next_row()
    {
        var scored = 0;
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(2.5));

        var outcome = await Outcome.OfAsync(
            new ScriptedDatabase([[.. Enumerable.Range(1, 25)]]), ScoreAsComputing, caller.Token);

        Claim.That(outcome.At == 2.7, Wording.Computing);
        Claim.That(scored == 9, Wording.Computing);

        long ScoreAsComputing(int row)
        {
            Interlocked.Increment(ref scored);
            Thread.Sleep(TimeSpan.FromSeconds(0.3));
            return row;
        }
    }

    [Test, Interleaved, Category("cleans-up")]
    public async Task The_cursor_is_closed_once_after_a_result()
    {
        var database = new ScriptedDatabase(Pages) { ClosingTime = TimeSpan.FromSeconds(1) };

        var outcome = await Outcome.OfAsync(database, row => row, CancellationToken.None);

        Claim.That(database.Closed == 1, Wording.ClosedTwice);
        Claim.That(outcome.At == 1, Wording.ClosingCut);
    }

    [Test, Interleaved, Category("cleans-up")]
    public async Task The_cursor_is_closed_once_after_a_cancellation()
    {
        var database = new ScriptedDatabase(Pages)
        {
            ReadingTime = TimeSpan.FromSeconds(5),
            ClosingTime = TimeSpan.FromSeconds(2),
        };
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(7));

        await Outcome.OfAsync(database, row => row, caller.Token);

        Claim.That(database.Closed == 1, Wording.ClosingCut);
        Claim.That(database.Trouble.Length == 0, Wording.Misused(database.Trouble));
    }

    [Test, Interleaved, Category("cleans-up")]
    public async Task The_cursor_is_closed_once_after_a_failed_read()
    {
        var database = new ScriptedDatabase(Pages) { Failure = new IOException("read"), FailingRead = 2 };

        await Outcome.OfAsync(database, row => row, CancellationToken.None);

        Claim.That(database.Closed == 1, Wording.NotClosed);
    }

    [Test, Interleaved, Category("cleans-up")]
    public async Task The_cursor_is_closed_once_after_a_failed_row()
    {
        var database = new ScriptedDatabase(Pages);

        await Outcome.OfAsync(database, row => row == 5 ? throw new ArithmeticException("row") : row, CancellationToken.None);

        Claim.That(database.Closed == 1, Wording.NotClosed);
    }

    [Test, Interleaved, Category("cleans-up")]
    public async Task Whenever_the_request_comes_a_cursor_that_was_opened_is_closed()
    {
        var database = new ScriptedDatabase([[1, 2], [3]]) { Yields = true };
        using var caller = new CancellationTokenSource();
        var report = Task.Run(() => Outcome.OfAsync(database, row => row, caller.Token));

        await caller.CancelAsync();
        await report;

        Claim.That(database.Closed >= database.Opened, Wording.NotClosed);
    }

    [Test, Interleaved, Category("does-not-swallow")]
    public async Task The_caller_sees_its_own_cancellation()
    {
        var database = new ScriptedDatabase(Pages) { ReadingTime = TimeSpan.FromSeconds(1) };
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(1.5));

        var outcome = await Outcome.OfAsync(database, row => row, caller.Token);

        Claim.That(outcome.Total is null, Wording.Partial);
        Claim.That(outcome.Exception is OperationCanceledException, Wording.Swallowed);
        Claim.That(((OperationCanceledException)outcome.Exception!).CancellationToken == caller.Token, Wording.ForeignToken);
    }

    [Test, Interleaved, Category("does-not-swallow")]
    public async Task The_sum_of_some_rows_is_no_result()
    {
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(1));

        var outcome = await Outcome.OfAsync(new ScriptedDatabase(Pages), ScoreAsComputing, caller.Token);

        Claim.That(outcome.Total is null, Wording.Partial);
        Claim.That(outcome.Exception is OperationCanceledException, Wording.Swallowed);

        static long ScoreAsComputing(int row)
        {
            Thread.Sleep(TimeSpan.FromSeconds(0.7));
            return row;
        }
    }

    [Test, Interleaved, Category("does-not-swallow")]
    public async Task A_failure_comes_out_as_it_is()
    {
        var failure = new IOException("read");
        var database = new ScriptedDatabase(Pages) { Failure = failure, FailingRead = 3 };

        var outcome = await Outcome.OfAsync(database, row => row, CancellationToken.None);

        Claim.That(outcome.Total is null, Wording.Partial);
        Claim.That(ReferenceEquals(outcome.Exception, failure), Wording.FailureLost);
    }

    [Test, Interleaved, Category("does-not-swallow")]
    public async Task A_row_that_cannot_be_scored_is_a_failure_of_the_report()
    {
        var failure = new ArithmeticException("row");

        var outcome = await Outcome.OfAsync(
            new ScriptedDatabase(Pages), row => row == 5 ? throw failure : row, CancellationToken.None);

        Claim.That(outcome.Total is null, Wording.Partial);
        Claim.That(ReferenceEquals(outcome.Exception, failure), Wording.RowLost);
    }

    [Test, Interleaved, Category("does-not-swallow")]
    public async Task A_timeout_of_the_database_is_not_a_result()
    {
        var failure = new OperationCanceledException("the database gave up by itself");
        var database = new ScriptedDatabase(Pages) { Failure = failure, FailingRead = 2 };
        using var caller = new CancellationTokenSource();

        var outcome = await Outcome.OfAsync(database, row => row, caller.Token);

        Claim.That(outcome.Total is null, Wording.Partial);
        Claim.That(outcome.Exception is not null, Wording.FailureLost);
    }

    [Test, Interleaved, Category("no-work-after-the-end")]
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

    [Test, Interleaved, Category("no-work-after-the-end")]
    public async Task Whenever_the_request_comes_at_most_one_more_step_begins()
    {
        var database = new ScriptedDatabase([[1, 2, 3, 4], [5]]) { Yields = true };
        using var caller = new CancellationTokenSource();
        var report = Task.Run(() => Outcome.OfAsync(database, row => row, caller.Token));

        await caller.CancelAsync();
        var stepsAtRequest = database.Steps;
        var outcome = await report;

        Claim.That(database.Steps - stepsAtRequest <= 1, Wording.MoreThanOneStep);
        Claim.That(outcome.Total is null or 15, Wording.Partial);
        Claim.That(database.Trouble.Length == 0, Wording.Misused(database.Trouble));
    }
}
