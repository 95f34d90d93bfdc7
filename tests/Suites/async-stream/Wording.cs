namespace ConcurrencyKatas.AsyncStream.Suite;

/// <summary>What a failed check tells the student, where several tests say it.</summary>
internal static class Wording
{
    public const string Items = "The listener did not get the items of the pages, each item once and in order.";

    public const string HeardAfterwards =
        "The listener cancelled, and was given items of a page that had not arrived by then. The token may come as an argument, or by "
        + "WithCancellation: [EnumeratorCancellation] brings the two together.";

    public const string TwoAtOnce =
        "Two requests of one session ran at once. A session answers one request at a time: await the first before you send the next.";

    public const string Busy =
        "A session was closed while a request was running, or was used after it was closed. Await the request, then close the session, and use it "
        + "no more.";

    public const string ClosedTwice = "A session was closed more than once. Several paths lead to the end; only the first to get there may close it.";

    public const string Shared =
        "Two enumerations got in each other's way. Each one opens its own session: keep nothing of an enumeration in a field.";

    public const string NotClosed =
        "The enumeration ended, and a session that it had opened was not closed completely. Close it on every way out, also after a break or a "
        + "failure.";

    public const string Zombies = "The enumeration ended while a request was still running. Cancelling only asks it to stop: await its end as well.";
}
