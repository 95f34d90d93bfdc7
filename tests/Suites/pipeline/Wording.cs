namespace ConcurrencyKatas.Pipeline.Suite;

/// <summary>What a failed check tells the student: what was seen and why it matters, in the words of the idea, and never the hidden input.</summary>
internal static class Wording
{
    public const string TooMany =
        "The source was asked for an item when there was no room. Items count from the moment they leave the source until they have passed the "
        + "sink. Take the room before you ask, and give it back after the sink.";

    public const string OwnRoom =
        "Several calls ran, and one had more items under way than it has room for. The room belongs to one call and must not be static.";

    public const string Idle =
        "There was room for one more, and the source was asked later than it could have been, or a finished item reached the free sink later "
        + "than it could have. As soon as an item has passed the sink, the next one may come in; it need not wait for a whole batch.";

    public const string TooSoon = "Something happened sooner than the room allows: too many items were under way, or the sink got several at once.";

    public const string Blocked =
        "The caller's only thread was blocked while something was being waited for: await the room, the stages and the sink.";

    public const string Order = "The sink must get every result once, in the order of the source, whichever stage is done first.";

    public const string OneAtATime = "The sink was given a result while it was still busy with the one before. It takes one at a time.";

    public const string Empty = "The source was empty, and yet the call did not simply end.";

    public const string Lost = "An item failed, and an item before it did not reach the sink. Everything before the failure must still be delivered.";

    public const string Passed = "An item failed, and that item or one after it reached the sink anyway.";

    public const string FailureLost = "The caller did not get the exception as it was thrown, or got one that wraps it.";

    public const string WrongFailure =
        "Two items failed. The caller must get the failure of the item that comes first in the source, as if they were handled one by one, not the "
        + "failure that happened first.";

    public const string ClosingLost = "Disposing the source failed, and the caller did not get that exception as it was thrown.";

    public const string CancelledTooLate =
        "A failure had stopped the call, the caller cancelled while stages were still cleaning up, and the failure did not come out as it was thrown. "
        + "Whichever stop comes first decides what comes out.";

    public const string ClosedAfterTheStop =
        "The sink had failed or the caller had cancelled, and the caller got what the source threw when it was disposed after that.";

    public const string Zombie =
        "The call returned while the source, a stage or the sink was still working. Await everything that you start, whichever way the call ends.";

    public const string Afterwards = "The call returned, and its work went on behind the caller's back.";

    public const string NotClosed = "The call ended without disposing the source. Every way out must pass DisposeAsync; await foreach does that for you.";

    public const string ClosedTwice = "The source was disposed more than once.";

    public const string AfterTheSink = "The sink had failed, and it was given another result.";

    public const string AskedLate = "Everything was to stop, and the source was asked for another item.";

    public const string StagedLate =
        "Everything was to stop, and a stage was begun. A source may ignore its token, so check the token yourself afterwards.";

    public const string SunkLate =
        "Everything was to stop, and the sink was given a result. A stage may ignore its token, so check the token yourself afterwards.";

    public const string Slow =
        "Everything was to stop, and the call ended later than it could have. The stop must reach all that work and all that wait: the source, the "
        + "stages, the sink, and the wait for room.";

    public const string NotCancelled =
        "Stages were still working on results that were no longer wanted, and they were not cancelled. Give the stages a token that you can cancel "
        + "yourself.";

    public const string Swallowed = "The caller cancelled, and the call did not end with an OperationCanceledException.";

    public const string ForeignToken =
        "The OperationCanceledException does not carry the caller's token, but one of your own, so the caller cannot tell its own cancellation from "
        + "somebody else's.";

    public const string Begun = "The token was cancelled before the call, and something was begun anyway.";

    public const string Apart = "One call was cancelled, and a different one, with its own token, did not deliver everything.";

    public static string Misused(string trouble) => "The source was misused: " + trouble + ".";
}
