namespace ConcurrencyKatas.PublishOnce.Suite;

/// <summary>What a failed check tells the student: what was seen and why it matters, in the words of the idea, and never the hidden input.</summary>
internal static class Wording
{
    public const string MadeAgain =
        "The value was made more than once. Whoever waited must look again before making it, and whether it is there cannot be told from the value: null, 0 "
        + "and false are values too.";

    public const string Beside = "Two callers were making the value at the same time. One makes it, and the others wait.";

    public const string NotTheValue = "Somebody got something other than the value that was made.";

    public const string NotTheSame = "Two readers got two different objects. Everybody must get the one that was made.";

    public const string Shared = "Of two instances, one got what belongs to the other, or had to wait for it. What belongs to an instance must not be static.";

    public const string TooSoon = "It was made before anybody asked for it.";

    public const string FailureLost = "A caller whose try failed did not get the exception that was thrown, as it was thrown.";

    public const string FailureShared = "A failure was handed to somebody who did not run into it. Whoever comes after a failure tries again.";

    public const string NotTriedAgain = "After a failure, the next one who asks must try again, once, and keep what it makes.";

    public const string TriedTooOften = "It was tried more often than needed. Each try that fails belongs to one caller, and the first one that succeeds is the last.";

    public const string Waited = "The value was there, and a read took time all the same.";

    public const string Transfers =
        "The value was there, and still the readers took a lock or a cache line from one another, more than once in a hundred reads. Once it is there, a read "
        + "must write nothing.";

    public const string Work = "The value was there, and a read costs much more than looking whether it is there and taking it.";
}
