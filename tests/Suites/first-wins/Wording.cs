namespace ConcurrencyKatas.FirstWins.Suite;

/// <summary>What a failed check tells the student, where several tests say it.</summary>
internal static class Wording
{
    public const string Late =
        "The answer did not come out when the first replica succeeded: the call ends at the first success, once those that still ran have been "
        + "cancelled and have ended.";

    public const string Shared = "Two calls at once got in each other's way. What belongs to one call must not be static.";

    public const string Blocks = "The caller's thread was blocked while a replica took its time: await it, and never call Wait, WaitAny or Result.";

    public const string Zombies =
        "The call was over while a replica was still running. Cancelling is a request: whoever started something must also await its end.";
}
