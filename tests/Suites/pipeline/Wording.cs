namespace ConcurrencyKatas.Pipeline.Suite;

/// <summary>What a failed check tells the student: what was seen and why it matters, in the words of the idea, and never the hidden input.</summary>
internal static class Wording
{
    public const string TooMany =
        "The source was asked for an item when there was no room: counted from the moment they leave the source until they have passed the sink, "
        + "more were under way than may be. Take the room before you ask, and give it back after the sink.";

    public const string OwnRoom =
        "Of several calls, one had more under way than its own room allows. The room belongs to one call and must not be static.";

    public const string Idle =
        "There was room for one more, and the source was asked later than it could have been, or a finished item reached the free sink later "
        + "than it could have. As soon as an item has passed the sink, the next one may come in; it need not wait for a whole batch.";

    public const string TooSoon =
        "Something happened sooner than so much room allows: more were under way than may be, or the sink was given several at once.";

    public const string Blocked =
        "The caller's only thread was blocked while something was being waited for: await the room, the stages and the sink.";

    public const string Order = "The sink must get every result once, in the order of the source, whichever stage is done first.";

    public const string OneAtATime = "The sink was given a result while it was still busy with the one before. It takes one at a time.";

    public const string Empty = "The source was empty, and yet the call did not simply end.";

    public const string Lost = "An item failed, and one that came before it did not reach the sink. What is fine up to there must still be delivered.";

    public const string Passed = "An item failed, and something that came after it, or the item itself, reached the sink nevertheless.";

    public const string FailureLost = "The caller did not get the failure as it was thrown: the very exception, and nothing around it.";

    public const string WrongFailure =
        "Two failed. The caller must get the failure of the item that comes first in the source, as if the items had been treated one by one, "
        + "and not the one that happened first.";

    public const string ClosingLost = "Disposing the source failed, and the caller did not get that exception as it was thrown.";

    public const string Zombie =
        "The call was over while the source, a stage or the sink was still at work. Whatever was started must be awaited, whichever way it ends.";

    public const string Afterwards = "The call was over, and its work went on behind the caller's back.";

    public const string NotClosed = "The call ended without disposing the source. Every way out must pass DisposeAsync; await foreach does that for you.";

    public const string ClosedTwice = "The source was disposed more than once.";

    public const string AfterTheSink = "The sink had failed, and it was given another result.";

    public const string AskedLate = "The source was asked for another item although everything was to stop.";

    public const string StagedLate =
        "A stage was begun although everything was to stop. After a source that may not have listened to its token, look at the token yourself.";

    public const string SunkLate =
        "The sink was given a result although everything was to stop. After a stage that may not have listened to its token, look at the token "
        + "yourself.";

    public const string Slow =
        "Everything was to stop, and the call ended later than it could have. The stop must reach whoever works and whoever waits: the source, the "
        + "stages, the sink, and whoever waits for room.";

    public const string NotCancelled =
        "The results of the stages that were still at work were no longer wanted, and they were not cancelled. Give the stages a token that you can "
        + "cancel yourself.";

    public const string Swallowed = "The caller cancelled, and the call did not end with an OperationCanceledException.";

    public const string ForeignToken =
        "The OperationCanceledException does not carry the caller's token, but one of your own, so the caller cannot tell its own cancellation from "
        + "somebody else's.";

    public const string Begun = "The token was cancelled before the call, and yet something began.";

    public const string Apart = "One call was cancelled, and another one, with a token of its own, did not deliver everything.";

    public static string Misused(string trouble) => "The source was misused: " + trouble + ".";
}
