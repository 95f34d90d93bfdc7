namespace ConcurrencyKatas.PublishOnce.Suite;

/// <summary>What a failed check tells the student: what was seen and why it matters, in the words of the idea, and never the hidden input.</summary>
internal static class Wording
{
    public const string MadeAgain =
        "The value was made more than once. A caller who waited must check again before making it, and the value itself does not tell: null, 0 and "
        + "false are values too.";

    public const string Beside = "Two callers were making the value at the same time. One should make it while the others wait.";

    public const string NotTheValue = "A caller got something other than the value that was made.";

    public const string NotTheSame = "Two readers got two different objects. All must get the one that was made.";

    public const string Shared =
        "One instance got what belongs to another, or had to wait for it. Nothing that belongs to one instance may be static.";

    public const string TooSoon = "The value was made before anybody asked for it.";

    public const string FailureLost = "A try failed, and the caller who ran it did not get the exception as it was thrown.";

    public const string FailureShared = "A caller got the failure of somebody else's try. A caller who comes after a failure tries again.";

    public const string NotTriedAgain = "After a failure, the next caller must try again, once, and keep what it makes.";

    public const string TriedTooOften =
        "The value was tried more often than needed. Each failed try belongs to one caller, and the first one that succeeds is the last.";

    public const string Waited = "The value was already there, and a read took time.";

    public const string Transfers =
        "The value was already there, and the readers took a lock or a cache line from one another, more than once in a hundred reads. Then a read "
        + "must write nothing.";

    public const string Work = "The value was already there, and a read did much more than check for it and take it.";
}
