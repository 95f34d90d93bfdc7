namespace ConcurrencyKatas.SingleFlight.Suite;

/// <summary>What a failed check tells the student: what happened and why, in the words of the idea, and never the hidden input.</summary>
internal static class Wording
{
    public const string TwoLoads =
        "A key was loaded more than once, although a load of it was in progress. Asking whether there is one and entering one are one step; what is shared is the "
        + "work in progress, and not only its result.";

    public const string NotRemembered = "A key had been loaded, and was loaded again. What has been loaded is remembered, whatever the value is.";

    public const string NotServed = "Somebody did not get the value of the load that they shared, or not at the instant at which it ended.";

    public const string Shared = "Two caches shared what they remember. What belongs to an instance must not be static.";

    public const string KeysWait = "A key had to wait for another one. Each key has a load of its own, and no lock is held while one is in progress.";

    public const string KeysMixed = "Somebody got the value of another key.";

    public const string FailureHidden = "A load failed, and somebody who waited for it did not get the very exception that it threw.";

    public const string FailureKept =
        "A load had failed, and the next caller got the old failure. It is taken out when it happens, before anybody hears of it, also if nobody waits any more.";

    public const string LoadedForEach = "A load failed, and those who shared it began loads of their own. They have waited for this one, and get its failure.";

    public const string LeavesLate = "Somebody gave up, and was not let go at that instant. The token ends the wait.";

    public const string NotCancelled = "Somebody gave up, and did not get an OperationCanceledException with their own token.";

    public const string OthersCutOff = "Somebody gave up, and others who waited for the same load did not get its value.";

    public const string LoadLost = "Those who waited gave up, and the load was lost with them. The token ends the wait, and not the load: its value is remembered.";

    public const string NotForgotten = "The key had been forgotten, and whoever came later did not get a new load.";

    public const string Overwritten =
        "A load that had been forgotten had an effect on the newer one: it overwrote it, or took it out. Take out the pair of key and load, and not the key.";

    public const string WaitersLost = "The key was forgotten during a load, and those who waited for it did not get its value.";

    public const string OtherForgotten = "One key was forgotten, and another one was loaded again.";
}
