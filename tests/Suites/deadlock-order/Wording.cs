namespace ConcurrencyKatas.DeadlockOrder.Suite;

/// <summary>What a failed check tells the student: the idea, not the hidden input.</summary>
internal static class Wording
{
    public const string Self = "A transfer to the same account changed its balance.";

    public const string SelfAnswer = "A transfer to the same account says whether the money is there, like any other.";

    public const string Refused = "A transfer was refused although the money was there at every moment. Somebody else at the account is a reason to wait, and none to refuse.";

    public const string Overdrawn = "A transfer was carried out although the money was not there.";

    public const string Lost = "The transfers have returned, and the balances do not show what they said they moved.";

    public const string RefusedLeavesTrace = "A transfer was refused, and something has changed all the same.";

    public const string StampRefused = "A transfer that is not covered was stamped.";

    public const string StampOnce = "A transfer that was carried out was not stamped exactly once.";

    public const string Apart = "Two transfers that have no account in common waited for each other: each account needs a lock of its own.";

    public const string Together =
        "Two transfers with a common account were stamped at the same time. The stamp is put on while nobody else can use either account.";

    public const string BothFree =
        "Two transfers waited for a third, each for another of its accounts, and when it was done they did not both go on. They have no account in common, "
        + "and whoever frees two accounts may have to wake two.";

    public const string HeldUp =
        "While one transfer was stamped and a second one waited for it, a third, which has no account in common with either, had to wait as well. "
        + "Whoever waits for an account must hold nothing that everybody needs.";

    public const string TooLate = "Two transfers with a common account took longer than one after the other: the second goes on as soon as the first is done.";

    public const string Failure = "The stamp failed, and what came out was not the exception that it threw.";

    public const string Moved = "The stamp failed, and money was moved all the same.";

    public const string Seen = "The stamp failed, and meanwhile somebody saw money that never moved.";

    public const string StillLocked = "After a stamp that failed, a transfer with one of the two accounts did not go through.";

    public const string Moment = "A total was read that the accounts never had: some were read before a transfer, and others after it. Hold all of them while you read.";

    public const string Balance = "A balance was read that the account never had.";

    public const string Empty = "The total of no accounts is 0.";

    public const string TotalAlone = "The total is wrong even when nobody else is there.";
}
