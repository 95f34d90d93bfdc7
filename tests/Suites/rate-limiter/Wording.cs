namespace ConcurrencyKatas.RateLimiter.Suite;

/// <summary>What a failed check tells the student, where several tests say it.</summary>
internal static class Wording
{
    public const string TooMany =
        "More callers passed within one window than are allowed. Any stretch of that length counts as a window, so remember when the last callers "
        + "passed.";

    public const string NotAtTheFirst =
        "A caller did not pass at the first possible moment: at once if fewer than the permits have passed within the last window, and otherwise "
        + "exactly one window after the pass that is in the way.";

    public const string Leaked =
        "Some callers were cancelled, and one of the others did not pass at the first possible moment. A cancelled caller uses no permit and gives "
        + "none back, and the next one moves up.";

    public const string Blocks = "The caller's thread was blocked while it waited. Use await, and never Wait, Result or Sleep.";
}
