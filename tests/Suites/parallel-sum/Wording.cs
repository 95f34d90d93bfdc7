using Interleaving;

namespace ConcurrencyKatas.ParallelSum.Suite;

/// <summary>What a failed check tells the student: the idea, not the hidden input.</summary>
internal static class Wording
{
    public const string Sum =
        "Each term was asked for, and the sum is wrong anyway. Did every term get into the sum, once, as a long? A smaller type (int, double) loses "
        + "digits of large terms, and a sum that is returned before all parts are done lacks some of them.";

    public const string LeftOut =
        "An index was not asked for, or not before the sum was returned. Check the seams: where one part ends the next must begin, the rest of an "
        + "uneven division must belong to a part, and every part must be awaited.";

    public const string AskedTwice =
        "Terms were asked for more often than there are indices. Each index belongs to one part, and each part asks once: a term may "
        + "take long.";

    public const string SmallSum = "It goes wrong when there are fewer terms than cores, or none at all.";

    public const string Order = "Each sum belongs at the place of its size, no matter which was finished first.";

    public const string Schedule =
        "In this run the sum is wrong, though each run gets the same terms. Is there a variable that two workers write to, or a part "
        + "that nobody waits for? Give each worker a subtotal of its own, and add the subtotals when all are done.";

    public const string NoWork = "Too little was computed before the sums were returned. Ask for every term of every sum, once, and wait for every part: no formula knows "
        + "what term(i) returns, and no result of an earlier sum may be used again.";

    public const string ExtraWork =
        "It computes more than the terms: a quarter more work than the plain loop is allowed for dividing and adding up. Is a term "
        + "computed more than once, or is something sorted, copied or gone through again and again?";

    public const string Alone = "Only one core worked, so sharing cost nothing; divide the loop first.";

    public const string Spawned =
        "There is an operation (a task, a thread) for every few items. Starting one costs more than adding a number does: "
        + "give each core one large part.";

    public const string Transfers =
        "The cores keep taking something away from one another (a lock, a shared variable, or neighbours on one cache "
        + "line) for every few items. Add up in a local variable, and touch what is shared once at the end of a part.";

    public static string Idle(int cores, ParallelProfile profile) =>
        $"Of {cores} cores, {profile.Parallelism:0.0} were at work on average: the others had nothing to do or waited for somebody. "
        + "Equal parts, as many as there are cores or more, all of them started before the first is waited for.";

    public static string Turns(int cores) =>
        $"Five equal sums on {cores} core(s) should take at most {(5 + cores - 1) / cores} turn(s), each as long as one sum on one core. "
        + "Each turn more is a core that stood idle while there was work.";
}
