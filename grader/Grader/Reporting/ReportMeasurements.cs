namespace Grader.Reporting;

/// <summary>Figures of parallel speed; all but <paramref name="Parallelism"/> and <paramref name="Flame"/> may differ between two runs.</summary>
/// <param name="Parallelism">Work ÷ makespan on the simulated cores; absent when not counted.</param>
/// <param name="Cores">Simulated cores.</param>
/// <param name="CpuOverhead">Processor time ÷ that of the sequential baseline, the least of several runs each; absent when not measured.</param>
/// <param name="CpuOverheadBounds">Low, estimate, high.</param>
/// <param name="WallSpeedup">Low, median, high; absent when not measured.</param>
/// <param name="WallVerdict">
/// <c>Accepted</c> when the machine could show a speedup meanwhile, <c>Inconclusive</c> when it was too noisy.
/// </param>
/// <param name="Calibration">The worst speedup of a kernel known to be parallel, meanwhile.</param>
/// <param name="Processors">Processors of this machine.</param>
/// <param name="Flame">The counted work by stacks of calls, in the order of their names; absent when not counted.</param>
internal sealed record ReportMeasurements(
    double? Parallelism,
    int Cores,
    double? CpuOverhead,
    IReadOnlyList<double>? CpuOverheadBounds,
    IReadOnlyList<double>? WallSpeedup,
    string WallVerdict,
    double Calibration,
    int Processors,
    IReadOnlyList<ReportFrame>? Flame = null);
