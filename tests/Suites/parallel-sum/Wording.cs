namespace ConcurrencyKatas.ParallelSum.Suite;

/// <summary>What a failed check tells the student: the idea, not the hidden input.</summary>
internal static class Wording
{
    public const string Sum =
        "The sum is wrong, so some index was left out or counted twice. Look at the seams: where one part ends the next "
        + "must begin, what remains of an uneven division must belong to somebody, and bounds must not overflow.";

    public const string SmallSum = "The sum is wrong when there are fewer terms than cores, or none at all.";

    public const string Order = "Each sum belongs at the place of its size, whichever was finished first.";

    public const string Schedule =
        "In this interleaving the sum is another one. Two workers write to one variable, and one addition overwrote the "
        + "other: give each worker a subtotal of its own, and add the subtotals when all are done.";

    public const string NoWork =
        "Hardly anything was computed: every term has to be asked for, once. No formula knows what term(i) returns.";

    public const string ExtraWork =
        "Five equal sums should cost five times the work of one. Is a term computed more than once, or is there a lot of work "
        + "around the terms?";

    public const string Alone = "Nobody but the caller does anything: what several cores share costs nothing as long as one core does it all.";

    public const string Spawned =
        "There is an operation (a task, a thread) for every few items. Starting one costs more than adding a number does: "
        + "give each core one large part.";

    public const string Transfers =
        "The cores keep taking something away from one another (a lock, a shared variable, or neighbours on one cache "
        + "line) for every few items. Add up in a local variable, and touch what is shared once at the end of a part.";

    public static string Idle(int cores, double parallelism) =>
        $"Of {cores} cores, {parallelism:0.0} were at work on average: the others had nothing to do or waited for somebody. "
        + "Equal parts, as many as there are cores, all of them started before the first is waited for.";

    public static string Turns(int cores) =>
        $"Five equal sums on {cores} core(s) should take {(5 + cores - 1) / cores} turn(s) of one sum each. Each turn more is "
        + "a core that stood idle while there was work.";
}
