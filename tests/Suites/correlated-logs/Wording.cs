namespace ConcurrencyKatas.CorrelatedLogs.Suite;

/// <summary>What a failed check tells the student: what happened and why, in the words of the idea, and never the hidden input.</summary>
internal static class Wording
{
    public const string Mixed =
        "Several requests ran at the same time, and not every line carried the id of the request that wrote it. The id belongs to the flow of "
        + "the operation: not to the log, not to the thread, and not to the one that began last.";

    public const string AnotherLog = "Two logs were used at once, and a line of one carried an id of the other. Each log has its own requests.";

    public const string Result = "RunAsync did not return the result of the work.";

    public const string Elsewhere = "The work of a request did not begin where RunAsync was called. Call it directly, on the caller's thread.";

    public const string NotInherited =
        "A request started something that wrote a line, and the line did not carry the request's id. Whatever a request starts inherits its id and "
        + "keeps it, even after the request has ended.";

    public const string NotNested = "A nested request did not write under the outer id, a slash, and its own id.";

    public const string Stays =
        "A line that the caller of RunAsync wrote, while the work ran or afterwards, did not carry the caller's own id. The caller must not see an "
        + "id that is set for the work.";

    public const string StaysAfterFailure = "The work failed, and a line that its caller wrote afterwards did not carry the caller's own id.";

    public const string Sibling =
        "Two parts of a request ran at the same time, and one wrote under an id that the other had set. A context is copied, but an object in it is "
        + "shared: keep nothing in it that changes.";

    public const string OtherFailure = "The work failed, and the caller of RunAsync did not get the exception that it threw.";

    public const string OnAccount =
        "Background work that a request started wrote a line under the request's id. It belongs to no request: not before its first await, not "
        + "after it, and neither does anything that it starts.";

    public const string OtherFailureInTheBackground = "Background work failed, and its task did not end with the exception that it threw.";

    public const string NotAnew =
        "A request began inside background work, and its lines, or the line that the background work wrote after it, did not carry the right id. The "
        + "request starts with its own id alone, and the background work has none.";

    public const string CallerLost = "A request started background work, and a line that the request wrote afterwards did not carry its id.";

    public const string NotEnded = "The task of background work ended before the work did.";

    public const string NotWhole =
        "Several threads wrote at the same time, and the lines that came out are not the lines that they wrote, each in one piece.";

    public const string AtOnce = "write was called by two threads at the same time. It can take only one line at a time.";

    public const string Later = "Info returned before its line was written.";

    public const string WriteFailed = "write threw an exception, and the caller of Info did not get it.";

    public const string FailedForAnother =
        "write threw an exception for one line, and it came out of an Info call that had written a different line.";

    public const string Stuck = "write threw an exception once, and a later line was not written.";
}
