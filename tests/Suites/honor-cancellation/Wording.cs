namespace ConcurrencyKatas.HonorCancellation.Suite;

/// <summary>What a failed check tells the student: the idea, not the hidden input.</summary>
internal static class Wording
{
    public const string Total = "Nobody cancelled, so the report must be the sum of the scores of all rows.";

    public const string Again = "The same report was run twice, and the second run did not give the sum of all rows. Keep nothing of one run for the next.";

    public const string Shared = "Two reports ran at once, and the sum of one of them is wrong. Nothing that belongs to one report may be static.";

    public const string SharedRuns =
        "The same report was run twice at once, and one of the sums is wrong. What belongs to one run is no field of the report.";

    public const string OtherRunCancelled =
        "The same report was run twice at once, and one run was cancelled: the other must still give the sum of all rows. What "
        + "belongs to one run, be it a sum or a flag that says \"stop\", is no field of the report.";

    public const string Dawdling = "The report took longer than reading its pages one after another.";

    public const string Late =
        "The report did not end within one step of the request. Something that it waited for did not know of it: pass the caller's token to every "
        + "call that takes one, and use only this clock.";

    public const string Deaf =
        "This database ignores tokens. The page that is being read may finish, but after it the report itself has to check the token.";

    public const string Computing =
        "Scoring went on after the caller had cancelled. Nothing is awaited between two rows, so nothing throws for you: check the token before "
        + "each row.";

    public const string LatePage =
        "A page arrived after the caller had cancelled, and a row of it was scored. Check the token before each row, the first one too.";

    public const string Untouched =
        "The token was cancelled before the report began, and the database was asked anyway. Check the token before the first step.";

    public const string NotClosed =
        "The report ended without closing its cursor, so the connection is lost. Close it on every way out: result, failure and cancellation.";

    public const string ClosedTwice = "The cursor was closed more than once. Is the closing on two paths that can follow one another?";

    public const string NothingToClose = "The opening failed, so there was no cursor, and one was closed anyway.";

    public const string ClosingCut =
        "The report did not end when its cursor was completely closed. Await the closing, and give it no token that can be cancelled.";

    public const string Swallowed = "The caller cancelled, and got a result or another error instead of an OperationCanceledException.";

    public const string ForeignToken =
        "The OperationCanceledException does not carry the caller's token, so the caller cannot tell its own cancellation from somebody else's "
        + "timeout.";

    public const string Partial =
        "The report returned the sum of some rows as if it were the sum of all of them.";

    public const string FailureLost =
        "The database failed, and the caller did not get its exception as it was thrown.";

    public const string ClosingLost = "The closing failed, and the caller did not get that exception as it was thrown.";

    public const string RowLost = "A row could not be scored, and the caller did not get that exception as it was thrown.";

    public const string Zombie =
        "The report returned, and its work went on behind the caller's back. Racing the work against the token ends only the waiting. End the work "
        + "itself, and await its end.";

    public const string ZombieRow =
        "The report returned, and rows were still being scored behind the caller's back. Giving up waiting for a computation does not stop it: the "
        + "computation has to check the token, and its end must be awaited.";

    public const string MoreThanOneStep =
        "More than one further step was begun after the request. One may slip in, because it was already past the check; a second one must find the "
        + "token cancelled.";

    public static string Misused(string trouble) => "The cursor was misused: " + trouble + ".";
}
