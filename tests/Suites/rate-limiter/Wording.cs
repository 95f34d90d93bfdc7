namespace ConcurrencyKatas.RateLimiter.Suite;

/// <summary>What a failed check tells the student, where several tests say it.</summary>
internal static class Wording
{
    public const string TooMany =
        "More passed within one window than may: the window is not one of the clock's but any stretch of that length, so what counts is when the last "
        + "ones passed.";

    public const string NotAtTheFirst =
        "Somebody did not pass at the first instant at which they could: at once when fewer than the permits have passed within the last window, and otherwise "
        + "exactly one window after the pass that stands in the way.";

    public const string Leaked =
        "After a cancellation, those who were left did not pass at their instants: a caller who is cancelled uses no permit and gives none back, and the next "
        + "one moves up.";

    public const string Blocks = "The caller's thread was blocked while they waited: await it, and never call Wait, Result or Sleep.";
}
