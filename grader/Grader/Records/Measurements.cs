namespace Grader.Records;

/// <summary>
/// The figures of one submission's parallel speed. A rubric's formula is an expression over these names, so this record
/// is public: scripts must see it.
/// </summary>
/// <param name="Parallelism">Work ÷ makespan on the simulated cores: exact, the same on every machine; 0 when not counted.</param>
/// <param name="Cores">Simulated cores.</param>
/// <param name="CpuOverhead">Least processor time of the submission ÷ least one of the sequential baseline; 0 when not measured.</param>
/// <param name="CpuOverheadLow">Its lower bound (bootstrap, 95 %).</param>
/// <param name="CpuOverheadHigh">Its upper bound.</param>
/// <param name="WallSpeedup">Median wall time of the baseline ÷ that of the submission; 0 when not measured.</param>
/// <param name="WallSpeedupLow">Its lower bound (bootstrap, 95 %).</param>
/// <param name="WallSpeedupHigh">Its upper bound.</param>
/// <param name="Calibration">The worst speedup that a kernel known to be parallel reached on this machine meanwhile.</param>
/// <param name="Processors">Processors of this machine.</param>
/// <param name="Quiet">Whether the machine could show a speedup at all.</param>
public sealed record Measurements(
    double Parallelism,
    int Cores,
    double CpuOverhead,
    double CpuOverheadLow,
    double CpuOverheadHigh,
    double WallSpeedup,
    double WallSpeedupLow,
    double WallSpeedupHigh,
    double Calibration,
    int Processors,
    bool Quiet);
