namespace ConcurrencyKatas.AsyncStream.Suite;

/// <summary>What a failed check tells the student, where several tests say it.</summary>
internal static class Wording
{
    public const string Items = "What the listener heard is not what is on the pages, each item once and in order.";

    public const string Busy =
        "The session had two requests running at once, or was asked after it was closed, or was closed twice or while a request was running: one thing after "
        + "another.";

    public const string Shared = "Two enumerations got in each other's way. Each opens a session of its own; what belongs to one must be in none of your fields.";

    public const string NotClosed =
        "The enumeration was over, and not every session that was opened had been closed, to the end: on every way out, a break and a failure too.";

    public const string Zombies =
        "The enumeration was over while a request was still running. Cancelling is a request: whoever started something must also await its end.";
}
