namespace ConcurrencyKatas.HonorCancellation.Suite;

/// <summary>What a failed check tells the student: the idea, not the hidden input.</summary>
internal static class Wording
{
    public const string Total = "Nobody cancelled, so the report must be the sum of the scores of all rows.";

    public const string Again =
        "The same report was run twice, and the sum of the second run is different: what belongs to one run must not be kept for the next.";

    public const string Shared =
        "Two reports ran at once, and the sum of one of them is wrong: what belongs to a report must not be static.";

    public const string Dawdling = "The report took longer than its pages take to be read one after another.";

    public const string Late =
        "The report did not end within one step of the request. Something it was waiting for had not been told: hand "
        + "the caller's token to every call that takes one, and use only this clock.";

    public const string Deaf =
        "This database does not listen to tokens. The page that was being read may come to its end, but after it the "
        + "report itself has to look at the token, and must not leave while a read is still running.";

    public const string Computing =
        "Scoring went on after the caller had cancelled. Nothing is awaited between two rows, so nobody throws for you: "
        + "ask the token before each row.";

    public const string Untouched =
        "The token was cancelled before the report began, and yet the database was asked. Look at the token before the "
        + "first step.";

    public const string NotClosed =
        "The report ended without closing its cursor: the connection is lost. Every way out (result, failure and "
        + "cancellation) must pass the closing.";

    public const string ClosedTwice = "The cursor was closed more than once. Is the closing on two paths that can follow one another?";

    public const string NothingToClose = "The opening failed, so there was no cursor, and yet one was closed.";

    public const string ClosingCut =
        "The report did not end when its cursor had been closed to the end. The closing must be awaited, and must not be given a token "
        + "that can be cancelled.";

    public const string Swallowed =
        "The caller cancelled and got no OperationCanceledException, but a result or another error, which tells it something that is not so.";

    public const string ForeignToken =
        "The OperationCanceledException does not carry the caller's token, so the caller cannot tell its own "
        + "cancellation from somebody else's time-out.";

    public const string Partial =
        "The report returned the sum of some rows as if it were the sum of all of them.";

    public const string FailureLost =
        "The database failed, and the caller did not get its exception as it was thrown.";

    public const string ClosingLost = "The closing failed, and the caller did not get that exception as it was thrown.";

    public const string RowLost = "A row could not be scored, and the caller did not get that exception as it was thrown.";

    public const string Zombie =
        "The report was over, but its work went on behind the caller's back. Racing the work against the token ends the "
        + "waiting, not the work: end the work itself, and await its end.";

    public const string ZombieRow =
        "The report was over, and rows were still being scored behind the caller's back. Whoever gives up waiting for a computation has not "
        + "stopped it: the computation itself has to ask the token, and its end must be awaited.";

    public const string MoreThanOneStep =
        "After the request, more than one further step was begun. One may slip in (it was past the check already), a "
        + "second one must find the token cancelled.";

    public static string Misused(string trouble) => "The cursor was misused: " + trouble + ".";
}
