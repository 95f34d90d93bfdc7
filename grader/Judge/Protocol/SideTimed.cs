namespace Judge.Protocol;

/// <summary>Raw samples of one side of the suite's workload, on the plain build.</summary>
/// <param name="Side">Which.</param>
/// <param name="Samples">One for each trial; the trials of both sides are the same, in the same order.</param>
/// <param name="CalibrationBefore">A kernel known to be parallel, on as many threads as the machine has processors, before the trials.</param>
/// <param name="CalibrationAfter">The same after them; none after a submission, which may have left threads behind.</param>
/// <param name="Problem">What was thrown, so that there are no (or not all) samples; else null.</param>
internal sealed record SideTimed(
    WorkloadSide Side,
    IReadOnlyList<Sample> Samples,
    IReadOnlyList<Trial> CalibrationBefore,
    IReadOnlyList<Trial> CalibrationAfter,
    string? Problem = null) : JudgeFrame
{
    /// <summary>Accepted, or Crash or MemoryLimit when it threw.</summary>
    public Verdict Verdict { get; init; } = Verdict.Accepted;

    /// <summary>Processors the judge could use.</summary>
    public int Processors { get; init; }
}
