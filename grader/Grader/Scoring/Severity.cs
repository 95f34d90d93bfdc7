using Judge;

namespace Grader.Scoring;

/// <summary>
/// Which of several verdicts speaks for all: the one that comes first here. What stops a submission as a whole comes
/// before what one criterion found, a fault of order before a wrong result that it may have caused, and what is nobody's
/// fault only before Accepted.
/// </summary>
internal static class Severity
{
    public static IReadOnlyList<Verdict> WorstFirst { get; } =
    [
        Verdict.CompileError,
        Verdict.PolicyViolation,
        Verdict.Crash,
        Verdict.MemoryLimit,
        Verdict.TimeLimit,
        Verdict.Deadlock,
        Verdict.Livelock,
        Verdict.DataRace,
        Verdict.WrongAnswer,
        Verdict.NotParallel,
        Verdict.TooSlow,
        Verdict.JudgeError,
        Verdict.Inconclusive,
        Verdict.Accepted,
    ];

    /// <summary>The worst of <paramref name="verdicts"/>; Accepted when there are none.</summary>
    public static Verdict Worst(IEnumerable<Verdict> verdicts)
    {
        var all = verdicts.ToHashSet();
        return WorstFirst.FirstOrDefault(all.Contains, Verdict.Accepted);
    }

    /// <summary>Whether the verdict is never the student's fault and costs no points.</summary>
    public static bool CostsNothing(Verdict verdict) =>
        verdict is Verdict.Accepted or Verdict.Inconclusive or Verdict.JudgeError;
}
