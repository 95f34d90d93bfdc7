namespace ConcurrencyKatas.FirstWins.Suite;

/// <summary>What a failed check tells the student, where several tests say it.</summary>
internal static class Wording
{
    public const string Late =
        "The answer did not come at the right moment. The call ends at the first success, as soon as the replicas that are still running have been "
        + "cancelled and have ended.";

    public const string Shared = "Two calls at once got in each other's way. What belongs to one call must not be static.";

    public const string Blocks =
        "The caller's thread was blocked while a replica took its time. Await the replica, and never call Wait, WaitAny or Result.";

    public const string Zombies = "The call returned while a replica was still running. Cancelling only asks it to stop: await its end as well.";
}
