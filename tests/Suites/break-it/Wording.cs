namespace ConcurrencyKatas.BreakIt.Suite;

/// <summary>What a failed check tells the student: the idea, not the hidden gate.</summary>
internal static class Wording
{
    public const string Rejects =
        "A right gate failed the test. A test may ask for what the contract promises, and for nothing else: not who enters first, and not how it is made.";

    public const string RejectsFirst = "A right gate failed the test, so it proves nothing that a broken one fails it, too.";

    public const string OneTooMany =
        "A gate that lets one too many in passes. When as many have entered as there are permits, the next one has to wait: look whether it does.";

    public const string LostPermit =
        "A gate that loses a permit now and then passes. Let several enter and leave at once, on several threads; afterwards, all permits must be there: as many can enter "
        + "as at the start, and not one more.";

    public const string LostWakeUp =
        "A gate passes that does not see a permit come back while somebody is about to wait. Let one leave on another thread while the next one enters, and wait for it: "
        + "a test that hangs has caught it.";

    public const string WakesEverybody =
        "A gate that lets all in who wait, when one leaves, passes. Have two wait, leave once, and look how many are inside.";

    public const string Cancelled =
        "A gate passes that gives a permit to somebody who gave up. Cancel one who waits, leave, and see whether the permit is there for another.";

    public const string Shared = "Gates that share their permits pass. Make two, and use both at once: what happens at one is nothing to the other.";

    public const string Blocks =
        "A gate passes that holds the thread of whoever has to wait. Call EnterAsync at a full gate and go on, on the same thread, to let the other one leave.";
}
