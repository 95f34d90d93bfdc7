namespace ConcurrencyKatas.SingleFlight.Suite;

/// <summary>What a failed check tells the student: what happened and why, in the words of the idea, and never the hidden input.</summary>
internal static class Wording
{
    public const string TwoLoads =
        "A key was loaded more than once, although a load of it was in progress. Checking for a load and adding one must be one step; share the "
        + "work in progress, not only its result.";

    public const string NotRemembered =
        "A key was loaded again although it had been loaded before. Remember what has been loaded, whatever the value is.";

    public const string NotServed = "A caller did not get the value of the load that it shared, or not at the moment when the load ended.";

    public const string Shared = "Two caches shared what they remember. Nothing that belongs to one cache may be static.";

    public const string KeysWait = "One key had to wait for a different one. Each key has its own load; hold no lock while one is in progress.";

    public const string KeysMixed = "A caller got the value of a different key.";

    public const string FailureHidden = "A load failed, and a caller who waited for it did not get the exception that it threw.";

    public const string FailureKept =
        "A load had failed, and the next caller got the old failure. Remove the entry as soon as the load fails, before any caller learns of it, "
        + "and even if nobody waits any more.";

    public const string LoadedForEach =
        "A load failed, and callers who shared it began loads of their own. They share this load, and so they get its failure.";

    public const string LeavesLate = "A caller was cancelled, and its call did not end at that moment. The token ends the wait.";

    public const string NotCancelled = "A caller was cancelled, and did not get an OperationCanceledException with its own token.";

    public const string OthersCutOff =
        "One caller was cancelled, and another who asked for the same key did not get the value of the one load that should serve both, or not when that "
        + "load ended.";

    public const string LoadLost =
        "Callers were cancelled, and the load was lost with them. The token ends the wait, not the load: its value must be remembered.";

    public const string NotForgotten = "The key had been forgotten, and a later caller did not get a new load.";

    public const string Overwritten =
        "A load that had been forgotten changed the newer one: it overwrote it, or removed it. Remove the pair of key and load, not whatever is "
        + "there under the key.";

    public const string WaitersLost = "The key was forgotten during a load, and callers who waited for that load did not get its value.";

    public const string OtherForgotten = "One key was forgotten, and a different one was loaded again.";
}
