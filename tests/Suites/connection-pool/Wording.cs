namespace ConcurrencyKatas.ConnectionPool.Suite;

/// <summary>What a failed check tells the student, where several tests say it.</summary>
internal static class Wording
{
    public const string TooMany =
        "More connections were open at once than the pool's size. A connection that is being opened counts as well: take the place first, then open.";

    public const string Twice = "One connection was lent to two borrowers at once. It belongs to one borrower alone, until it is given back.";

    public const string TooManyLeases =
        "Several threads rented and gave back, and no order of their calls explains what they got: more was lent at once than there are places.";

    public const string Leaked =
        "Afterwards, not all places of the pool could be used. A place was lost with a borrower who failed or left, or one was given back twice.";

    public const string Blocks = "A borrower's thread was blocked while it waited. Await the connection, and never call Wait or Result.";

    public const string NotItsToken = "A borrower was cancelled, and did not get an OperationCanceledException with their own token at that moment.";

    public const string Shared = "Two pools got in each other's way. What belongs to one pool must not be static.";
}
