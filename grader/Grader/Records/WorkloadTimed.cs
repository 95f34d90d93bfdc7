using Judge;
using Judge.Protocol;

namespace Grader.Records;

/// <summary>Both sides of a suite's workload, trial by trial.</summary>
/// <param name="Trials">Sequential baseline against the submission.</param>
/// <param name="CalibrationBefore">A kernel known to be parallel, on as many threads as the machine has processors, before the trials.</param>
/// <param name="CalibrationAfter">The same after those of the baseline.</param>
/// <param name="Problem">Why there are no (or not all) trials: the results differ, or something was thrown; else null.</param>
internal sealed record WorkloadTimed(
    IReadOnlyList<Trial> Trials,
    IReadOnlyList<Trial> CalibrationBefore,
    IReadOnlyList<Trial> CalibrationAfter,
    string? Problem = null)
{
    /// <summary>Accepted, or WrongAnswer when the submission's result differs from the baseline's, or Crash when it threw.</summary>
    public Verdict Verdict { get; init; } = Verdict.Accepted;

    /// <summary>Processors the judge could use.</summary>
    public int Processors { get; init; }

    /// <summary>Puts the two sides together. A result that differs is told without saying what it should be.</summary>
    public static WorkloadTimed Of(SideTimed baseline, SideTimed submission)
    {
        var pairs = baseline.Samples.Zip(submission.Samples).ToList();
        var (verdict, problem) = submission.Verdict == Verdict.Accepted && pairs.Exists(static pair => pair.First.Result != pair.Second.Result)
            ? (Verdict.WrongAnswer, "On plain, optimised code, with real threads, the result is not that of the sequential baseline.")
            : (submission.Verdict, submission.Problem);
        return new WorkloadTimed(
            [.. pairs.Select(static pair => new Trial(pair.First.Wall, pair.First.Cpu, pair.Second.Wall, pair.Second.Cpu))],
            baseline.CalibrationBefore, [.. baseline.CalibrationAfter, .. submission.CalibrationBefore], problem)
        {
            Verdict = verdict,
            Processors = submission.Processors,
        };
    }
}
