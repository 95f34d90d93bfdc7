namespace ConcurrencyKatas.CorrelatedLogs.Suite;

/// <summary>What a failed check tells the student: what happened and why, in the words of the idea, and never the hidden input.</summary>
internal static class Wording
{
    public const string Mixed =
        "Several requests ran at the same time, and not every line carried the id of the request that wrote it. The id belongs to the flow of "
        + "the operation: not to the log, not to the thread, and not to the one that began last.";

    public const string AnotherLog = "Two logs were used at once, and a line of one carried an id of the other. The requests of each log are its own.";

    public const string Result = "A request did not give the result of its work.";

    public const string Elsewhere = "The work of a request did not begin where RunAsync was called. It is called there, as a plain call would.";

    public const string NotInherited =
        "A request started something that wrote a line, and the line did not carry the request's id. What is started inherits the id of whoever "
        + "starts it, and keeps it, also when the request is over.";

    public const string NotNested = "A part of a request did not write under the request's id, a stroke, and its own.";

    public const string Stays =
        "Somebody called RunAsync, and a line that they wrote afterwards, or while it was still running, did not carry their own id. What is set for "
        + "the work must not be seen by its caller.";

    public const string StaysAfterFailure = "After a work that failed, a line of its caller did not carry the caller's own id.";

    public const string Sibling =
        "Two parts of a request ran at the same time, and one wrote under an id that the other had set. Nothing that changes may be shared by copies "
        + "of the context.";

    public const string OtherFailure = "A work failed, and its caller did not get the very exception that it threw.";

    public const string OnAccount =
        "A work in the background of a request wrote a line under the request's id. It belongs to nobody: neither before its first await nor "
        + "after it, and whatever it starts.";

    public const string NotAnew = "A request that was begun in the background did not start anew, with its own id alone.";

    public const string CallerLost = "A request started a work in the background, and a line that the request wrote afterwards did not carry the request's id.";

    public const string NotEnded = "The task of a work in the background ended before the work did.";

    public const string NotWhole = "Several threads wrote at the same time, and the lines that came out were not those that they wrote, each in one piece.";

    public const string AtOnce = "write was called by two at the same time. It can take only one line at a time.";

    public const string Later = "Info returned before its line was written.";

    public const string WriteFailed = "write threw an exception, and whoever called Info did not get it.";

    public const string FailedForAnother = "write threw an exception for one line, and it came out of an Info that had written another.";

    public const string Stuck = "write had thrown an exception once, and a later line was not written.";
}
