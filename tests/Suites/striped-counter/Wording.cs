using Interleaving;

namespace ConcurrencyKatas.StripedCounter.Suite;

/// <summary>What a failed check tells the student: what was seen and why it matters, in the words of the idea, and never the hidden input.</summary>
internal static class Wording
{
    public const string NotTheSum =
        "The total is not the sum of what was added. If two threads use one place, to add to it must be one atomic step; and whatever was added must "
        + "be found there by whoever reads.";

    public const string Amounts =
        "One thread added some amounts, and the total is not their sum. Amounts are long: they may be below zero, and larger than an int.";

    public const string Shared =
        "Two counters were used at once, and one of them shows what was added to the other. What belongs to a counter must not be static.";

    public const string Gone =
        "Some of what was added is missing after many threads have come and gone. What a thread has counted must stay when the thread ends, and two threads "
        + "that use one place must add to it in one atomic step.";

    public const string NotBefore =
        "A total does not have all that was added before the read began. Whoever reads must find it wherever it is kept, also while somebody else reads.";

    public const string NotBegun =
        "A total has more than was added before the read ended. Each amount counts once, as a whole, and not before its Add is called.";

    public const string Unstable = "Nobody added anything between two reads, and they differ. To read a total must not change it.";

    public const string NotCounted =
        "This was to show what an add costs, and at the end not even half of what was added was in the total. What is not counted costs nothing.";

    public const string Transfers =
        "The cores took a cache line from one another for 3 adds of 10, or more often. A lock, a permit and an atomic number move with each add "
        + "when all use the same one, also a lock for reading. Let each thread add in a place of its own, at least 64 bytes from the next one, and find that "
        + "place without writing anything that others use.";

    public const string Work = "To add takes much more work than to find the thread's own place and to add there.";

    public const string Read =
        "The more has been added, the longer it takes to read the total. Keep sums and not amounts: a read goes through one sum for each place.";

    public static string Idle(int cores, ParallelProfile profile) =>
        $"Of {cores} cores, {profile.Parallelism:0.0} were at work on average. Somebody does the work of all the others, or they wait for one another.";
}
