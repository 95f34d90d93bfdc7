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

    /// <summary>Cancelled while the cursor is being opened, and while a page is being read.</summary>
    [Test, Interleaved, Category("completes")]
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
    [Test, Interleaved, Category("completes")]
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
    [Test, Interleaved, Category("completes")]
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

    [Test, Interleaved, Category("completes")]
    public async Task Two_reports_at_once_add_up_each_its_own_rows()
    {
        var factor = Inputs.Draw().Next(2, 1000);
        ScriptedDatabase one = new(Pages) { ReadingTime = TimeSpan.FromSeconds(1) }, other = new([[7], [8, 5]]) { ReadingTime = TimeSpan.FromSeconds(1) };

        var first = Outcome.OfAsync(one, row => factor * row, CancellationToken.None);
        var second = Outcome.OfAsync(other, row => row, CancellationToken.None);

        Claim.That((await first).Total == 31 * factor && (await second).Total == 20, Wording.Shared);
    }

    /// <summary>The second run begins, and ends, while the first one is under way.</summary>
    [Test, Interleaved, Category("completes")]
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

    [Test, Interleaved, Category("stops-at-once")]
    public async Task A_long_read_ends_when_the_caller_cancels()
    {
        var database = new ScriptedDatabase(Pages) { ReadingTime = TimeSpan.FromSeconds(10) };
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(13.5));

        var outcome = await Outcome.OfAsync(database, row => row, caller.Token);

        Claim.That(outcome.At == 13.5, Wording.Late);
    }

    /// <summary>Three instants, drawn: in the first read, in one in the middle, and in the last, which finds nothing.</summary>
    [Test, Interleaved, Category("stops-at-once")]
    public async Task Whichever_read_it_is_it_ends_when_the_caller_cancels([Values(0, 2, 3)] int read)
    {
        var at = (read * 10) + Inputs.Draw().Next(1, 10);
        var database = new ScriptedDatabase(Pages) { ReadingTime = TimeSpan.FromSeconds(10) };
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(at));

        var outcome = await Outcome.OfAsync(database, row => row, caller.Token);

        Claim.That(outcome.At == at, Wording.Late);
        Claim.That(database.Steps == read + 2, Wording.Late);
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

    /// <summary>A report that does not even wait for that one step is for "no-work-after-the-end".</summary>
    [Test, Interleaved, Category("stops-at-once")]
    public async Task A_database_that_does_not_listen_costs_one_step_and_no_more()
    {
        var database = new ScriptedDatabase(Pages) { ReadingTime = TimeSpan.FromSeconds(3), IsDeaf = true };
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(4));

        var outcome = await Outcome.OfAsync(database, row => row, caller.Token);

        Claim.That(outcome.At <= 6, Wording.Deaf);
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

    /// <summary>The page comes to its end in spite of the request, and none of its rows is scored any more.</summary>
    [Test, Interleaved, Category("polls-while-computing")]
    public async Task A_page_that_arrives_after_the_request_is_not_scored([Values(1, 4)] int second)
    {
        var scored = 0;
        var database = new ScriptedDatabase(Pages) { ReadingTime = TimeSpan.FromSeconds(3), IsDeaf = true };
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(second));

        await Outcome.OfAsync(database, row => Interlocked.Increment(ref scored), caller.Token);

        Claim.That(scored == (second < 3 ? 0 : Pages[0].Length), Wording.LatePage);
    }

    [Test, Interleaved, Category("cleans-up")]
    public async Task The_cursor_is_closed_once_after_a_result()
    {
        var database = new ScriptedDatabase(Pages) { ClosingTime = TimeSpan.FromSeconds(1) };

        var outcome = await Outcome.OfAsync(database, row => row, CancellationToken.None);

        ClosedOnce(database);
        Claim.That(outcome.At == 1, Wording.ClosingCut);
    }

    /// <summary>A cursor that was never given out must not be closed, and must not be missed either.</summary>
    [Test, Interleaved, Category("cleans-up")]
    public async Task An_opening_that_fails_leaves_nothing_to_close()
    {
        var database = new ScriptedDatabase(Pages) { OpeningFailure = new IOException("no connection") };

        await Outcome.OfAsync(database, row => row, CancellationToken.None);

        Claim.That(database.Closed == 0, Wording.NothingToClose);
    }

    [Test, Interleaved, Category("cleans-up")]
    public async Task A_cursor_that_was_opened_too_late_is_closed_all_the_same()
    {
        var database = new ScriptedDatabase(Pages) { OpeningTime = TimeSpan.FromSeconds(3), IsDeaf = true };
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(1));

        await Outcome.OfAsync(database, row => row, caller.Token);

        ClosedOnce(database);
    }

    [Test, Interleaved, Category("cleans-up")]
    public async Task A_closing_that_has_begun_is_not_cut_by_a_cancellation()
    {
        var database = new ScriptedDatabase(Pages) { ReadingTime = TimeSpan.FromSeconds(0.4), ClosingTime = TimeSpan.FromSeconds(0.3) };
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(1.7));

        var outcome = await Outcome.OfAsync(database, row => row, caller.Token);

        ClosedOnce(database);
        Claim.That(outcome.At == 1.9, Wording.ClosingCut);
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

        ClosedOnce(database);
        Claim.That(database.Trouble.Length == 0, Wording.Misused(database.Trouble));
    }

    [Test, Interleaved, Category("cleans-up")]
    public async Task The_cursor_is_closed_once_after_a_failed_read()
    {
        var database = new ScriptedDatabase(Pages) { Failure = new IOException("read"), FailingRead = 2 };

        await Outcome.OfAsync(database, row => row, CancellationToken.None);

        ClosedOnce(database);
    }

    [Test, Interleaved, Category("cleans-up")]
    public async Task The_cursor_is_closed_once_after_a_failed_row()
    {
        var database = new ScriptedDatabase(Pages);

        await Outcome.OfAsync(database, row => row == 5 ? throw new ArithmeticException("row") : row, CancellationToken.None);

        ClosedOnce(database);
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
        Claim.That(database.Closed <= database.Opened, Wording.ClosedTwice);
    }

    [Test, Interleaved, Category("does-not-swallow")]
    public async Task The_caller_sees_its_own_cancellation()
    {
        var database = new ScriptedDatabase(Pages) { ReadingTime = TimeSpan.FromSeconds(1) };
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(1.5));

        var outcome = await Outcome.OfAsync(database, row => row, caller.Token);

        Cancelled(outcome, caller.Token);
    }

    /// <summary>In each phase the same: before the start, while opening, while reading, while scoring.</summary>
    [Test, Interleaved, Category("does-not-swallow")]
    public async Task The_callers_token_comes_out_whenever_it_cancels([Values(0, 1, 3, 5)] int second)
    {
        var database = new ScriptedDatabase(Pages) { OpeningTime = TimeSpan.FromSeconds(2), ReadingTime = TimeSpan.FromSeconds(2) };
        using var caller = new CancellationTokenSource();
        if (second == 0)
            await caller.CancelAsync();
        else
            caller.CancelAfter(TimeSpan.FromSeconds(second - 0.5));

        var outcome = await Outcome.OfAsync(database, ScoreForASecond, caller.Token);

        Cancelled(outcome, caller.Token);

        static long ScoreForASecond(int row)
        {
            Thread.Sleep(TimeSpan.FromSeconds(1));
            return row;
        }
    }

    [Test, Interleaved, Category("does-not-swallow")]
    public async Task A_failed_opening_comes_out_as_it_is()
    {
        var failure = new IOException("no connection");

        var outcome = await Outcome.OfAsync(new ScriptedDatabase(Pages) { OpeningFailure = failure }, row => row, CancellationToken.None);

        Claim.That(ReferenceEquals(outcome.Exception, failure), Wording.FailureLost);
    }

    /// <summary>Whoever does not await the closing does not hear of its failure either, so this belongs to the closing.</summary>
    [Test, Interleaved, Category("cleans-up")]
    public async Task A_failed_closing_comes_out_as_it_is_and_is_not_tried_again()
    {
        var failure = new IOException("connection broken");
        var database = new ScriptedDatabase(Pages) { ClosingFailure = failure };

        var outcome = await Outcome.OfAsync(database, row => row, CancellationToken.None);

        Claim.That(ReferenceEquals(outcome.Exception, failure), Wording.ClosingLost);
        ClosedOnce(database);
    }

    /// <summary>A row that gives up by itself throws what elsewhere means that the caller cancelled.</summary>
    [Test, Interleaved, Category("does-not-swallow")]
    public async Task A_row_that_gives_up_by_itself_is_a_failure_of_the_report()
    {
        var failure = new OperationCanceledException("this row takes too long");
        using var caller = new CancellationTokenSource();

        var outcome = await Outcome.OfAsync(new ScriptedDatabase(Pages), row => row == 5 ? throw failure : row, caller.Token);

        Claim.That(outcome.Total is null, Wording.Partial);
        Claim.That(ReferenceEquals(outcome.Exception, failure), Wording.RowLost);
    }

    [Test, Interleaved, Category("does-not-swallow")]
    public async Task The_sum_of_some_rows_is_no_result()
    {
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(1));

        var outcome = await Outcome.OfAsync(new ScriptedDatabase(Pages), ScoreAsComputing, caller.Token);

        Cancelled(outcome, caller.Token);

        static long ScoreAsComputing(int row)
        {
            Thread.Sleep(TimeSpan.FromSeconds(0.7));
            return row;
        }
    }

    /// <summary>Between any two rows, after the last one of a page too.</summary>
    [Test, Interleaved, Category("does-not-swallow")]
    public async Task Whenever_the_request_comes_the_sum_is_that_of_all_rows_or_none()
    {
        var database = new ScriptedDatabase([[1, 2, 3, 4], [5]]) { Yields = true };
        using var caller = new CancellationTokenSource();
        var report = Task.Run(() => Outcome.OfAsync(database, row => row, caller.Token));

        await caller.CancelAsync();

        Claim.That((await report).Total is null or 15, Wording.Partial);
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
        Claim.That(ReferenceEquals(outcome.Exception, failure), Wording.FailureLost);
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

    /// <summary>A zombie may only compute: no step of the database tells of it.</summary>
    [Test, Interleaved, Category("no-work-after-the-end")]
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

    [Test, Interleaved, Category("no-work-after-the-end")]
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

    [Test, Interleaved, Category("no-work-after-the-end")]
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

    private static void ClosedOnce(ScriptedDatabase database)
    {
        Claim.That(database.Closed > 0, Wording.NotClosed);
        Claim.That(database.Closed == 1, Wording.ClosedTwice);
    }

    private static void Cancelled(Outcome outcome, CancellationToken token)
    {
        Claim.That(outcome.Total is null, Wording.Partial);
        Claim.That(outcome.Exception is OperationCanceledException, Wording.Swallowed);
        Claim.That(((OperationCanceledException)outcome.Exception!).CancellationToken == token, Wording.ForeignToken);
    }
}
