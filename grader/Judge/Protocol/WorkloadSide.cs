namespace Judge.Protocol;

/// <summary>Which side of a workload a judge times: each has a process of its own, so that neither pays for what the other leaves behind.</summary>
internal enum WorkloadSide
{
    /// <summary>The suite's own loop, one thing after another.</summary>
    Baseline,

    /// <summary>The submission.</summary>
    Submission,
}
