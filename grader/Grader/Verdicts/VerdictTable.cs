using Judge;

namespace Grader.Verdicts;

/// <summary>Every verdict, once: points, formats, hints, the page and the students' README are all drawn from here.</summary>
internal static class VerdictTable
{
    private const string TheLimit = "stopped at the limit", NotYours = "the grader's or the machine's fault, never yours; it costs no points";

    /// <summary>
    /// The first of these that any test or criterion has speaks for all of them. What stops a submission as a whole comes before what
    /// one criterion found, a fault of order before a wrong result that it may have caused, and what is nobody's fault only before Accepted.
    /// </summary>
    public static IReadOnlyList<VerdictRow> WorstFirst { get; } =
    [
        new(Verdict.CompileError, VerdictKind.Refused, "Compile error", "it does not compile, or a member that the kata asks for is missing"),
        new(Verdict.PolicyViolation, VerdictKind.Refused, "Policy violation", "it uses something that the kata does not allow"),
        new(Verdict.Crash, VerdictKind.Stopped, "Crash", "the process died",
            "The process ended in the middle of a test. Endless recursion is the usual cause: a method or a property that calls itself."),
        new(Verdict.MemoryLimit, VerdictKind.Stopped, "Memory limit", TheLimit,
            "It was stopped at the limit of memory. Look for a collection that only grows, and for tasks or threads that are started without end."),
        new(Verdict.TimeLimit, VerdictKind.Stopped, "Time limit", TheLimit,
            "It was stopped at the limit of time. Look for a loop whose condition never changes, and for work that is done over and over."),
        new(Verdict.Deadlock, VerdictKind.Failed, "Deadlock", "every operation waits, and nothing is left that could wake one",
            "Everybody waits, and nobody is left who could wake them. For each operation that waits, ask who was to wake it, and on which "
            + "way out that is forgotten: a lock or permit that is not given back, two locks taken in different orders, a signal that "
            + "comes before anybody waits for it, or a thread that blocks although its own callback has to run next."),
        new(Verdict.Livelock, VerdictKind.Failed, "Livelock", "operations keep running, and make no progress",
            "Operations run on and on, and none of them gets anywhere. A loop that asks again and again can only end if somebody else "
            + "gets the turn and changes the answer: wait for a signal instead, with a lock, a semaphore or an await."),
        new(Verdict.DataRace, VerdictKind.Failed, "Data race", "two operations use the same memory, one of them writes, and nothing orders the two",
            "Two operations use the same memory, at least one of them writes, and nothing says which comes first. Put every access "
            + "under the same lock, make it one atomic operation, or give each operation a variable of its own and combine them after the end."),
        new(Verdict.WrongAnswer, VerdictKind.Failed, "Wrong answer", "the result is wrong, under at least one schedule"),
        new(Verdict.NotParallel, VerdictKind.Failed, "Not parallel", "right, but one after the other"),
        new(Verdict.TooSlow, VerdictKind.Failed, "Too slow", "right and parallel, but at too high a cost"),
        new(Verdict.JudgeError, VerdictKind.Broken, "Judge error", NotYours),
        new(Verdict.Inconclusive, VerdictKind.Undecided, "Inconclusive", NotYours),
        new(Verdict.Accepted, VerdictKind.Passed, "Accepted", "right under every schedule tried"),
    ];

    /// <summary>The same in the order in which people read them: that of <see cref="Verdict"/>.</summary>
    public static IReadOnlyList<VerdictRow> All { get; } = [.. WorstFirst.OrderBy(row => row.Verdict)];

    public static VerdictRow Of(Verdict verdict) => All[(int)verdict];

    /// <summary>The worst of <paramref name="verdicts"/>; Accepted when there are none.</summary>
    public static Verdict Worst(IEnumerable<Verdict> verdicts)
    {
        var all = verdicts.ToHashSet();
        return WorstFirst.FirstOrDefault(row => all.Contains(row.Verdict))?.Verdict ?? Verdict.Accepted;
    }

    /// <summary>Whether the verdict is never the student's fault and costs no points.</summary>
    public static bool CostsNothing(Verdict verdict) => Of(verdict).Kind is VerdictKind.Passed or VerdictKind.Undecided or VerdictKind.Broken;

    /// <summary>The table for students, in Markdown.</summary>
    public static string Markdown() => "| verdict | meaning |\n|---|---|\n" + string.Concat(
        from row in All
        group row.Verdict by row.Meaning into same
        select $"| {string.Join(", ", same)} | {same.Key} |\n");
}
