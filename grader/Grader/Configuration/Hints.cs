using Grader.Verdicts;
using Judge;

namespace Grader.Configuration;

/// <summary>
/// Which hint a failed criterion shows. What a test found wrong is explained by the criterion; what the engine found (a race, a
/// deadlock, a limit that was reached) looks the same in every criterion, so it has a hint of its own unless the kata says more.
/// </summary>
internal static class Hints
{
    /// <summary>The verdicts that a hint can answer: those that cost points after the tests began.</summary>
    public static IReadOnlyList<string> Answered { get; } =
    [
        .. VerdictTable.All.Where(row => row.Kind is VerdictKind.Failed or VerdictKind.Stopped).Select(row => row.Verdict.ToString()),
    ];

    /// <summary>The criterion's own word for the verdict, else the kata's, else the common one, else the criterion's hint.</summary>
    public static string For(Kata kata, Criterion criterion, Verdict verdict) =>
        criterion.Hints?.GetValueOrDefault(verdict.ToString())
        ?? kata.Hints?.GetValueOrDefault(verdict.ToString())
        ?? VerdictTable.Of(verdict).Hint
        ?? criterion.Hint;
}
