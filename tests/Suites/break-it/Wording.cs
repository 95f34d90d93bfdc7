namespace ConcurrencyKatas.BreakIt.Suite;

/// <summary>What a failed check tells the student: the idea, not the hidden gate.</summary>
internal static class Wording
{
    public const string Rejects =
        "A correct gate failed the test. Test only what the contract promises: it does not say who enters first, or how a gate is built.";

    public const string RejectsFirst = "A correct gate failed the test, so it proves nothing that a broken gate fails it too.";

    public const string OneTooMany =
        "A gate that lets one too many in passes the test. Let as many enter as there are permits, and check that the next one has to wait.";

    public const string LostPermit =
        "A gate that sometimes loses a permit passes the test. Let several enter and leave at once, on several threads. Afterwards all permits must "
        + "be there: as many can enter as at the start, and no more.";

    public const string LostWakeUp =
        "The test does not catch a gate that misses a permit which comes back just before somebody begins to wait. Let one leave on another thread "
        + "while the next one enters, and wait for it to get in: if the test hangs, it has caught the bug.";

    public const string WakesEverybody =
        "The test does not catch a gate that lets in all who wait when one leaves. Have two wait, leave once, and count how many are inside.";

    public const string Cancelled =
        "The test does not catch a gate that gives a permit to a caller who gave up. Cancel one that waits, leave, and check that somebody else can "
        + "enter.";

    public const string Shared =
        "Gates that share their permits pass the test. Create two and use both at once: what happens at one must not affect the other.";

    public const string Blocks =
        "The test does not catch a gate that blocks the thread of a caller who has to wait. Call EnterAsync at a full gate, and then let another one "
        + "leave on the same thread.";
}
