namespace Grader.Configuration;

/// <summary>A figure of parallel speed that a criterion can be decided on.</summary>
internal enum Measure
{
    /// <summary>Processor seconds of the submission ÷ processor seconds of the sequential baseline; 1 is free.</summary>
    CpuOverhead,

    /// <summary>Wall seconds of the sequential baseline ÷ wall seconds of the submission.</summary>
    WallSpeedup,
}
