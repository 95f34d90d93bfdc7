using Interleaving;

namespace ConcurrencyKatas.StripedCounter.Suite;

/// <summary>What a failed check tells the student: what was seen and why it matters, in the words of the idea, and never the hidden input.</summary>
internal static class Wording
{
    public const string NotTheSum =
        "The total is not the sum of what was added. If two threads use one place, adding to it must be one atomic step; and a read must go over "
        + "every place there is.";

    public const string Amounts =
        "One thread added some amounts, and the total is not their sum. Amounts are long: they may be below zero, and larger than an int.";

    public const string Shared =
        "Two counters were used at once, and one of them shows what was added to the other. Nothing that belongs to a counter may be static.";

    public const string Gone =
        "Many threads came and went, and the total is not the sum of what they added. What a thread has counted must stay when the thread ends, two "
        + "threads that use one place must add to it in one atomic step, and a read must go over every place there is.";

    public const string NotBefore =
        "A total is a sum of amounts among which one is missing that was added before the read began. A read must find it wherever it is kept, even "
        + "while another thread reads.";

    public const string NotBegun =
        "A total is not the sum of any of the amounts that had been added or were being added when the read ended. Each amount counts once, as a whole, and not before its "
        + "Add is called.";

    public const string Unstable = "Nothing was added between two reads, and they differ. Reading a total must not change it.";

    public const string NotCounted = "This test measures what an add costs, and at the end not even half of what was added was in the total.";

    public const string Transfers =
        "The cores took a cache line from one another for 3 adds of 10, or more often. A lock, a permit and an atomic number move with each add "
        + "when all use the same one, also a lock for reading. Let each thread add in a place of its own, at least 64 bytes from the next one, and find that "
        + "place without writing anything that others use.";

    public const string Work = "An add takes much more work than finding the thread's own place and adding there.";

    public const string Read =
        "Reading the total takes longer the more has been added. Keep sums, not amounts: a read adds up one sum for each place.";

    public static string Idle(int cores, ParallelProfile profile) =>
        $"Of {cores} cores, {profile.Parallelism:0.0} were at work on average, the read at the end included. Does one thread do the work of the others, do they "
        + "wait for one another, or is much left to do for the read?";
}
