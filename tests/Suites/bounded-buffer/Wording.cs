namespace ConcurrencyKatas.BoundedBuffer.Suite;

/// <summary>What a failed check tells the student: what happened and why, in the words of the idea, and never the hidden input.</summary>
internal static class Wording
{
    public const string Overfull =
        "A Put returned while there was no room on the shelf. After a wait the condition may be false again: look once more, in a while. It is full "
        + "when there are as many items on it as its capacity.";

    public const string RoomUnused = "There was room on the shelf, and a Put did not return at once.";

    public const string NoOrder =
        "No order of the calls, one after another on a shelf that keeps its capacity, explains what they returned. Look and act must be one step, in "
        + "one lock.";

    public const string NotEachOnce = "The items that were taken are not those that were put, each of them once.";

    public const string OrderLost = "Items were not taken in the order in which they were put.";

    public const string Shared = "Two shelves were used at once, and something that was put on one changed the other. Nothing of a shelf may be static.";

    public const string SentAway = "TryTake gave false, and the shelf was open. It waits for an item; false means closed and empty.";

    public const string TakerLate = "Somebody waited for an item, and did not go on at the very instant of the Put.";

    public const string PutterLate = "Somebody waited for room, and did not go on at the very instant of the TryTake.";

    public const string Spins =
        "A thread that waited checked again and again, and used a core all the while. A waiting thread should sleep until another thread wakes it: "
        + "Monitor.Wait does that, and so does a semaphore.";

    public const string PutOnClosed = "The shelf was closed, and a Put did not throw an InvalidOperationException. A Put that was waiting throws it too.";

    public const string ClosedLate = "The shelf was closed, and somebody who waited was not told at that instant.";

    public const string LeftBehind = "Something lay on the shelf when it was closed, and it was not taken afterwards.";

    public const string HalfPut =
        "A Put came at the same time as a Close. Either it returns, and its item is taken afterwards, or it throws, and its item never lies on the shelf. "
        + "To look whether the shelf is closed, and to put the item there, must be one step, in one lock.";

    public const string RefusedAndPut = "A Put on the closed shelf threw an exception, and its item lay on the shelf all the same.";

    public const string NotEmpty = "The shelf was closed and empty, and TryTake did not give false, with the default.";
}
