namespace ConcurrencyKatas.DeadlockOrder.Suite;

/// <summary>What a failed check tells the student: the idea, not the hidden input.</summary>
internal static class Wording
{
    public const string Self = "A transfer to the same account changed its balance.";

    public const string SelfAnswer = "A transfer to the same account must say whether the money is there, like any other.";

    public const string Refused = "A transfer was refused although the money was there all the time. If the account is in use, wait; do not refuse.";

    public const string Overdrawn = "A transfer was carried out although the money was not there.";

    public const string Lost = "All transfers have returned, and the balances do not match what they said they moved.";

    public const string RefusedLeavesTrace = "A transfer was refused, and a balance changed anyway.";

    public const string StampRefused = "A transfer was stamped although the money was not there.";

    public const string StampOnce = "A transfer that was carried out was not stamped exactly once.";

    public const string Apart = "Two transfers with no account in common waited for each other. Give each account its own lock.";

    public const string Together =
        "Two transfers with a common account were stamped at the same time. Call stamp while nobody else can use either account.";

    public const string BothFree =
        "Two transfers waited for a third, each for a different one of its accounts, and when it was done they did not both go on. They have no "
        + "account in common: a transfer that frees two accounts may have to wake two others.";

    public const string HeldUp =
        "One transfer was being stamped and a second one waited for it, and a third, which has no account in common with either, had to wait as "
        + "well. While you wait for an account, hold nothing that everybody needs.";

    public const string TooLate =
        "Two transfers with a common account took longer than one after the other. The second must go on as soon as the first is done.";

    public const string Failure = "The stamp threw an exception, and a different one came out.";

    public const string Moved = "The stamp threw an exception, and money was moved anyway.";

    public const string Seen = "The stamp threw an exception, and meanwhile somebody saw money that never moved.";

    public const string StillLocked =
        "After a stamp that failed, a transfer with one of the two accounts did not go through. Release the locks on every way out.";

    public const string Moment =
        "The total is one that the accounts never had: some were read before a transfer, and others after it. Hold all their locks while you read.";

    public const string Balance = "A balance was read that the account never had.";

    public const string Empty = "The total of no accounts is 0.";

    public const string TotalAlone = "The total is wrong even if nothing else is running.";
}
