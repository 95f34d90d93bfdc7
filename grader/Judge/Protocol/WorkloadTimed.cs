namespace Judge.Protocol;

/// <summary>Raw samples of the suite's workload on the plain build.</summary>
/// <param name="Trials">Sequential baseline against the submission.</param>
/// <param name="CalibrationBefore">A kernel known to be parallel, on as many threads as the machine has processors, before the trials.</param>
/// <param name="CalibrationAfter">The same after them.</param>
/// <param name="Problem">Why there are no (or not all) trials: the results differ, or something was thrown; else null.</param>
internal sealed record WorkloadTimed(
    IReadOnlyList<Trial> Trials,
    IReadOnlyList<Trial> CalibrationBefore,
    IReadOnlyList<Trial> CalibrationAfter,
    string? Problem = null) : JudgeFrame
{
    /// <summary>Accepted, or WrongAnswer when the submission's result differs from the baseline's, or Crash when it threw.</summary>
    public Verdict Verdict { get; init; } = Verdict.Accepted;

    /// <summary>Processors the judge could use.</summary>
    public int Processors { get; init; }
}
