namespace ConcurrencyKatas.AsyncStream.Suite;

/// <summary>What a failed check tells the student, where several tests say it.</summary>
internal static class Wording
{
    public const string Items = "What the listener heard is not what is on the pages, each item once and in order.";

    public const string TwoAtOnce = "A session had two requests running at once, and it answers one at a time.";

    public const string Busy =
        "The session was closed while a request was running, or asked after it was closed: first the end of the request, then the closing, and nothing after it.";

    public const string ClosedTwice = "The session was closed more than once. More than one way leads to the end, and only the first to come closes it.";

    public const string Shared = "Two enumerations got in each other's way. Each opens a session of its own; what belongs to one must be in none of your fields.";

    public const string NotClosed =
        "The enumeration was over, and not every session that was opened had been closed, to the end: on every way out, a break and a failure too.";

    public const string Zombies =
        "The enumeration was over while a request was still running. Cancelling is a request: whoever started something must also await its end.";
}
