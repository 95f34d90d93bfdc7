namespace ConcurrencyKatas.BoundedBuffer.Suite;

/// <summary>What a failed check tells the student: what happened and why, in the words of the idea, and never the hidden input.</summary>
internal static class Wording
{
    public const string Overfull =
        "A Put returned although there was no room on the shelf. The condition may be false again after a wait, so check it again, with while. The "
        + "shelf is full when the number of items on it equals its capacity.";

    public const string RoomUnused = "There was room on the shelf, and Put did not return at once.";

    public const string NoOrder =
        "The calls returned results that no order of them explains, one after another, on a shelf with this capacity. Checking and acting must be "
        + "one step, inside one lock.";

    public const string NotEachOnce = "The items that were taken are not the items that were put, each of them once.";

    public const string OrderLost = "Items were not taken in the order in which they were put.";

    public const string Shared = "Two shelves were used at once, and one changed the other. Nothing of a shelf may be static.";

    public const string SentAway = "TryTake returned false although the shelf was open. It should wait for an item: false means closed and empty.";

    public const string TakerLate = "A thread waited in TryTake, and did not go on at the very moment of the Put.";

    public const string PutterLate = "A thread waited in Put for room, and did not go on at the very moment of the TryTake.";

    public const string WokenTooLate =
        "Bakers and buyers could all go on, and some time passed before the last of them did. Who has to be woken must be woken: a limit on the wait "
        + "only hides that the wake-up went to another thread.";

    public const string Spins =
        "A thread that waited checked again and again, and used a core all the while. A waiting thread should sleep until another thread wakes it: "
        + "Monitor.Wait does that, and so does a semaphore.";

    public const string PutOnClosed =
        "The shelf was closed, and Put did not throw an InvalidOperationException. A Put that is already waiting must throw it, too.";

    public const string ClosedLate = "The shelf was closed, and a thread that was waiting did not return at that moment.";

    public const string LeftBehind = "An item was on the shelf when it was closed, and it could not be taken afterwards.";

    public const string HalfPut =
        "A Put ran at the same time as a Close. Either it returns and its item can be taken, or it throws and its item was never on the shelf. "
        + "Checking whether the shelf is closed and putting the item there must be one step, inside one lock.";

    public const string RefusedAndPut = "Put threw an exception because the shelf was closed, and its item was on the shelf anyway.";

    public const string NotEmpty = "The shelf was closed and empty, and TryTake did not return false with the default value.";
}
