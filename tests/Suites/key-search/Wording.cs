using Interleaving;

namespace ConcurrencyKatas.KeySearch.Suite;

/// <summary>What a failed check tells the student: the idea, not the hidden input.</summary>
internal static class Wording
{
    public const string NotTheFirst =
        "Several keys open, and the one that was returned is not the first of them. A hit ends the search behind it, but not before it: lower keys "
        + "must still be tried, and the lowest hit counts, no matter which is found first.";

    public const string None = "No key opens, and something other than −1 was returned.";

    public const string Seams =
        "One key opens, and its index was not returned. Check the seams: where one part ends the next must begin, the rest of an uneven division "
        + "must belong to a part, and every part before the hit must be awaited.";

    public const string Shared =
        "Two searches ran, at once or one after the other, and one got what belonged to the other. Nothing of a search may be static.";

    public const string Failure =
        "Making or trying a key threw, and the caller did not get that exception. Let it out, as it is or in an AggregateException.";

    public const string NoWork = "Less was computed than it takes to try the keys before the first one that opens.";

    public const string ExtraWork =
        "It computes far more than the keys it has to try. Are keys made or tried for nothing, or is something sorted, copied or gone through again and again?";

    public const string NeverStops =
        "Hundreds of thousands of keys were made, although the first one that opens is near the front. Some part of the search never stops.";

    public const string TriedTwice = "A key was tried more than once. Each key belongs to exactly one part.";

    public const string LeftOut =
        "A key was left out, so nobody knows that it does not open. Check the seams between two parts, the rest of an uneven division, and numbers "
        + "that may not fit into an int.";

    public const string TooFar =
        "Too many keys behind the first one that opens were tried: more than 1,024 for each core. Take small parts, in order, and none that begins "
        + "behind the lowest hit.";

    public const string AfterTheEnd = "Keys were still being tried after FindFirst had returned. Wait for everything that you start.";

    public const string InAdvance = "More keys were made than tried: some in advance, or a second time. Make a key when it is its turn, and try that one: nobody knows how many will be "
        + "needed. And wait for whoever has just made one.";

    public const string Alone = "Only one core worked, so sharing cost nothing; divide the search first.";

    public const string Spawned = "An operation (a task, a thread) was started for every few keys. Starting one costs more than trying a key does: let each take many.";

    public const string Transfers =
        "The cores keep taking something away from one another (a lock, a counter, the lowest hit) for every few keys. Take a part of some hundred keys at a "
        + "time, and write what is shared only when there is something new.";

    public static string Idle(int cores, ParallelProfile profile) =>
        $"It took longer than the plain search divided by {cores} cores, and a quarter more. {profile.Parallelism:0.0} of them were at work on average. "
        + (profile.Parallelism < 0.8 * cores
            ? "A core that has nothing to do should take the next small part, so there must be a worker for each (Environment.ProcessorCount)."
            : "What they did behind the first key that opens was in vain: all cores should be near the front, and whoever is free takes the next small part.");
}
