using Interleaving.NUnit;
using static ConcurrencyKatas.HonorCancellation.Suite.Sample;

namespace ConcurrencyKatas.HonorCancellation.Suite;

[TestFixture]
public sealed class DoesNotSwallowTests
{
    private const string Criterion = "does-not-swallow";

    [Test, Interleaved, Category(Criterion)]
    public async Task The_caller_sees_its_own_cancellation()
    {
        var database = new ScriptedDatabase(Pages) { ReadingTime = TimeSpan.FromSeconds(1) };
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(1.5));

        var outcome = await Outcome.OfAsync(database, row => row, caller.Token);

        Cancelled(outcome, caller.Token);
    }

    /// <summary>In each phase the same: before the start, while opening, while reading, while scoring.</summary>
    [Test, Interleaved, Category(Criterion)]
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

    [Test, Interleaved, Category(Criterion)]
    public async Task A_failed_opening_comes_out_as_it_is()
    {
        var failure = new IOException("no connection");

        var outcome = await Outcome.OfAsync(new ScriptedDatabase(Pages) { OpeningFailure = failure }, row => row, CancellationToken.None);

        Claim.That(ReferenceEquals(outcome.Exception, failure), Wording.FailureLost);
    }

    /// <summary>A row that gives up by itself throws what elsewhere means that the caller cancelled.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_row_that_gives_up_by_itself_is_a_failure_of_the_report()
    {
        var failure = new OperationCanceledException("this row takes too long");
        using var caller = new CancellationTokenSource();

        var outcome = await Outcome.OfAsync(new ScriptedDatabase(Pages), row => row == 5 ? throw failure : row, caller.Token);

        Claim.That(outcome.Total is null, Wording.Partial);
        Claim.That(ReferenceEquals(outcome.Exception, failure), Wording.RowLost);
    }

    [Test, Interleaved, Category(Criterion)]
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
    [Test, Interleaved, Category(Criterion)]
    public async Task Whenever_the_request_comes_the_sum_is_that_of_all_rows_or_none()
    {
        var database = new ScriptedDatabase([[1, 2, 3, 4], [5]]) { Yields = true };
        using var caller = new CancellationTokenSource();
        var report = Task.Run(() => Outcome.OfAsync(database, row => row, caller.Token));

        await caller.CancelAsync();

        Claim.That((await report).Total is null or 15, Wording.Partial);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_failure_comes_out_as_it_is()
    {
        var failure = new IOException("read");
        var database = new ScriptedDatabase(Pages) { Failure = failure, FailingRead = 3 };

        var outcome = await Outcome.OfAsync(database, row => row, CancellationToken.None);

        Claim.That(outcome.Total is null, Wording.Partial);
        Claim.That(ReferenceEquals(outcome.Exception, failure), Wording.FailureLost);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_row_that_cannot_be_scored_is_a_failure_of_the_report()
    {
        var failure = new ArithmeticException("row");

        var outcome = await Outcome.OfAsync(
            new ScriptedDatabase(Pages), row => row == 5 ? throw failure : row, CancellationToken.None);

        Claim.That(outcome.Total is null, Wording.Partial);
        Claim.That(ReferenceEquals(outcome.Exception, failure), Wording.RowLost);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_timeout_of_the_database_is_not_a_result()
    {
        var failure = new OperationCanceledException("the database gave up by itself");
        var database = new ScriptedDatabase(Pages) { Failure = failure, FailingRead = 2 };
        using var caller = new CancellationTokenSource();

        var outcome = await Outcome.OfAsync(database, row => row, caller.Token);

        Claim.That(outcome.Total is null, Wording.Partial);
        Claim.That(ReferenceEquals(outcome.Exception, failure), Wording.FailureLost);
    }

    private static void Cancelled(Outcome outcome, CancellationToken token)
    {
        Claim.That(outcome.Total is null, Wording.Partial);
        Claim.That(outcome.Exception is OperationCanceledException, Wording.Swallowed);
        Claim.That(((OperationCanceledException)outcome.Exception!).CancellationToken == token, Wording.ForeignToken);
    }
}
