namespace ConcurrencyKatas.TimeoutAndRetry.Suite;

/// <summary>What a failed check tells the student: what happened and why, in the words of the idea, and never the hidden input.</summary>
internal static class Wording
{
    public const string Starts =
        "The tries did not start when they should. A pause begins when a try has failed, each pause is twice as long as the one before, and the "
        + "next try starts when it ends.";

    public const string Zombie = "The call returned, and a try was still running. Cancel it by its token, and await its end.";
}
