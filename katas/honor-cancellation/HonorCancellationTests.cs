using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.HonorCancellation;

[TestFixture]
public sealed class HonorCancellationTests
{
    [Test, Interleaved]
    public async Task A_report_that_nobody_cancels_adds_up_every_row()
    {
        var database = new Database();

        var total = await new Report(database, row => 10 * row).TotalAsync(CancellationToken.None);

        total.ShouldBe(10 * (1 + 2 + 3 + 4), "Two pages, four rows: each row's score counts once.");
        database.Diary.ShouldBe(["opened", "read", "read", "read", "closed"],
            "Open once, read until there is no page left, close once.");
    }

    [Test, Interleaved]
    public async Task A_query_of_ten_seconds_cancelled_after_two_ends_at_two()
    {
        var database = new Database { ReadingTime = TimeSpan.FromSeconds(10) };
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        var watch = Stopwatch.StartNew();

        await Should.ThrowAsync<OperationCanceledException>(
            () => new Report(database, row => row).TotalAsync(caller.Token),
            "The caller cancelled: the report must end as cancelled, not with a total that nobody can trust.");

        watch.Elapsed.ShouldBe(TimeSpan.FromSeconds(2),
            "The caller cancelled at 2 s. A report that ends later was waiting for something that had not been told to stop.");
        database.Diary.Last().ShouldBe("closed", "The report is over, but its cursor still holds a connection.");
    }

    [Test, Interleaved]
    public async Task Cancelled_before_the_start_the_database_is_not_touched()
    {
        var database = new Database();
        using var caller = new CancellationTokenSource();
        await caller.CancelAsync();

        var seen = await Should.ThrowAsync<OperationCanceledException>(
            () => new Report(database, row => row).TotalAsync(caller.Token), "The caller had cancelled before it asked for the report.");

        seen.CancellationToken.ShouldBe(caller.Token, "The exception should carry the caller's own token, so that the caller recognizes its own cancellation.");
        database.Diary.ShouldBeEmpty("Nobody wanted this report any more, but the database was used all the same.");
    }

    [Test, Interleaved]
    public async Task Computing_stops_at_the_next_row()
    {
        var database = new Database();
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(1.5));
        var watch = Stopwatch.StartNew();

        await Should.ThrowAsync<OperationCanceledException>(
            () => new Report(database, ScoreForASecond).TotalAsync(caller.Token),
            "The caller cancelled while rows were being scored: the report must end as cancelled.");

        watch.Elapsed.ShouldBe(TimeSpan.FromSeconds(2),
            "The second row was being scored when the caller cancelled. That row may be finished, but no further row may begin: "
            + "nothing is awaited between two rows, so this loop has to check the token itself.");

        static long ScoreForASecond(int row)
        {
            Thread.Sleep(TimeSpan.FromSeconds(1)); // stands for a second of computing
            return row;
        }
    }

    [Test, Interleaved]
    public async Task Closing_is_not_cancelled_along_with_the_rest()
    {
        var database = new Database { ReadingTime = TimeSpan.FromSeconds(10), ClosingTime = TimeSpan.FromSeconds(1) };
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        var watch = Stopwatch.StartNew();

        await Should.ThrowAsync<OperationCanceledException>(
            () => new Report(database, row => row).TotalAsync(caller.Token), "The caller cancelled.");

        database.Diary.Last().ShouldBe("closed",
            "The cursor was not closed, or not completely: cleaning up is the one thing that cancellation must not stop.");
        watch.Elapsed.ShouldBe(TimeSpan.FromSeconds(3),
            "Cancelled at 2 s, closed in 1 s: the report is over at 3 s, not before and not later.");
    }

    [Test, Interleaved]
    public async Task A_failed_read_closes_the_cursor_too()
    {
        var database = new Database { Failure = new IOException("the cable is out") };

        var seen = await Should.ThrowAsync<IOException>(
            () => new Report(database, row => row).TotalAsync(CancellationToken.None),
            "The database failed, and the caller must see that failure.");

        seen.ShouldBeSameAs(database.Failure, "The caller should get the database's own exception.");
        database.Diary.Last().ShouldBe("closed", "A failure is another way out, and every way out must close the cursor.");
    }

    [Test, Interleaved]
    public async Task No_row_is_scored_after_the_report_has_ended()
    {
        var scored = 0;
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(0.5));

        await Should.ThrowAsync<OperationCanceledException>(
            () => new Report(new Database(), ScoreForASecond).TotalAsync(caller.Token), "The caller cancelled.");
        var atTheEnd = scored;
        await Task.Delay(TimeSpan.FromMinutes(1));

        scored.ShouldBe(atTheEnd, "The report was over, but rows were still being scored: giving up the wait does not stop the work.");

        long ScoreForASecond(int row)
        {
            Thread.Sleep(TimeSpan.FromSeconds(1));
            Interlocked.Increment(ref scored);
            return row;
        }
    }

    [Test, Interleaved]
    public async Task A_failed_opening_comes_out_as_it_is()
    {
        var database = new Database { OpeningFailure = new IOException("no connection") };

        var seen = await Should.ThrowAsync<IOException>(
            () => new Report(database, row => row).TotalAsync(CancellationToken.None),
            "The database failed, and the caller must see that failure.");

        seen.ShouldBeSameAs(database.OpeningFailure, "The caller should get the database's own exception.");
    }

    /// <summary>Two pages of two rows, a diary of what was done, and a token that is listened to.</summary>
    private sealed class Database : IDatabase, ICursor
    {
        private readonly Queue<int[]> _pages = new([[1, 2], [3, 4]]);

        public TimeSpan ReadingTime { get; init; }

        public TimeSpan ClosingTime { get; init; }

        public Exception? Failure { get; init; }

        public Exception? OpeningFailure { get; init; }

        public List<string> Diary { get; } = [];

        public Task<ICursor> OpenAsync(CancellationToken token)
        {
            if (OpeningFailure is not null)
                return Task.FromException<ICursor>(OpeningFailure);
            Diary.Add("opened");
            return Task.FromResult<ICursor>(this);
        }

        public async Task<IReadOnlyList<int>?> ReadAsync(CancellationToken token)
        {
            Diary.Add("read");
            await Task.Delay(ReadingTime, token);
            if (Failure is not null)
                throw Failure;
            return _pages.TryDequeue(out var page) ? page : null;
        }

        public async Task CloseAsync(CancellationToken token)
        {
            await Task.Delay(ClosingTime, token);
            Diary.Add("closed");
        }
    }
}
