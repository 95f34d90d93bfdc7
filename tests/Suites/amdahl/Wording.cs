namespace ConcurrencyKatas.Amdahl.Suite;

/// <summary>What a failed check tells the student: what was seen and why it matters, in the words of the idea, and never the hidden input.</summary>
internal static class Wording
{
    public const string Steps = "The film must be unpacked once, each negative developed once, and the album bound once with every print in it.";

    public const string ExtraWork =
        "More work was done than unpacking, developing and binding take on one core. Is something computed more than once, or for nothing?";

    public const string TooFast =
        "It was done sooner than unpacking, then developing on all cores, then binding can take. The serial parts must not overlap with the rest.";

    public const string UnpackedOnce = "The film was not unpacked exactly once.";

    public const string BeforeUnpacking = "A negative was developed, or an album bound, although the film had not been unpacked.";

    public const string DevelopedOnce = "Not every negative was developed exactly once.";

    public const string SpoiltAgain = "A print was spoilt, and a negative was developed a second time. Each is developed once; the failure goes to the caller.";

    public const string BoundTooSoon = "The album was bound while a negative was not developed yet. Wait for all of them first.";

    public const string BoundOnce = "The album was not bound exactly once.";

    public const string Order = "The album must show every print once, in the order of the negatives, whichever was ready first.";

    public const string FailureLost = "A step failed, and the caller did not get its exception, nor an AggregateException that holds it.";

    public const string BoundWithHoles = "Developing a print failed, and the album was bound anyway.";

    public const string StillAtWork =
        "The call returned while negatives were still being developed. Wait for everything that you start, after a failure too.";

    public const string Law =
        "That is not what Amdahl's law says. The serial part takes as long as ever, the parallel part an n-th of its time, and the speedup is the time on "
        + "one core divided by the sum of both.";

    public const string Fewest = "That is not the smallest number of cores that is enough.";

    public const string NotToBeHad =
        "The serial part alone takes too long, even if the parallel part took no time at all. No number of cores is enough, so the answer is 0.";

    public const string Exactly =
        "Near a boundary the answer is off. A double rounds, and a product may be larger than a long: compare n · (s + p) with k · (n · s + p) in whole "
        + "numbers that are large enough.";

    public static string TooSlow(int cores, double speedup, double law) =>
        $"On {cores} core(s) it was {speedup:0.00} times as fast as on one, and the law allows {law:0.00}: developing was not shared "
        + "by all cores all the time. Does somebody hold a lock while they develop, wait for one print before the next is started, or leave a core idle?";
}
