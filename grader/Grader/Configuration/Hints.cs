using Judge;

namespace Grader.Configuration;

/// <summary>
/// Which hint a failed criterion shows. What a test found wrong is explained by the criterion; what the engine found (a race, a
/// deadlock, a limit that was reached) looks the same in every criterion, so it has a hint of its own unless the kata says more.
/// </summary>
internal static class Hints
{
    /// <summary>What the engine finds, and what to try next.</summary>
    private static readonly Dictionary<Verdict, string> Common = new()
    {
        [Verdict.DataRace] =
            "Two operations use the same memory, at least one of them writes, and nothing says which comes first. Put every access "
            + "under the same lock, make it one atomic operation, or give each operation a variable of its own and combine them after the end.",
        [Verdict.Deadlock] =
            "Everybody waits, and nobody is left who could wake them. For each operation that waits, ask who was to wake it, and on which "
            + "way out that is forgotten: a lock or permit that is not given back, two locks taken in different orders, a signal that "
            + "comes before anybody waits for it, or a thread that blocks although its own callback has to run next.",
        [Verdict.Livelock] =
            "Operations run on and on, and none of them gets anywhere. A loop that asks again and again can only end if somebody else "
            + "gets the turn and changes the answer: wait for a signal instead, with a lock, a semaphore or an await.",
        [Verdict.TimeLimit] =
            "It was stopped at the limit of time. Look for a loop whose condition never changes, and for work that is done over and over.",
        [Verdict.MemoryLimit] =
            "It was stopped at the limit of memory. Look for a collection that only grows, and for tasks or threads that are started without end.",
        [Verdict.Crash] =
            "The process ended in the middle of a test. Endless recursion is the usual cause: a method or a property that calls itself.",
    };

    /// <summary>The verdicts that a hint can answer: those that cost points after the tests began.</summary>
    public static IReadOnlyList<string> Answered { get; } =
    [
        .. Enum.GetValues<Verdict>()
            .Except([Verdict.Accepted, Verdict.CompileError, Verdict.PolicyViolation, Verdict.Inconclusive, Verdict.JudgeError])
            .Select(verdict => verdict.ToString()),
    ];

    /// <summary>The criterion's own word for the verdict, else the kata's, else the common one, else the criterion's hint.</summary>
    public static string For(Kata kata, Criterion criterion, Verdict verdict) =>
        criterion.Hints?.GetValueOrDefault(verdict.ToString())
        ?? kata.Hints?.GetValueOrDefault(verdict.ToString())
        ?? Common.GetValueOrDefault(verdict)
        ?? criterion.Hint;
}
