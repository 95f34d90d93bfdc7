namespace Interleaving;

/// <summary>What a search found.</summary>
public sealed record Exploration
{
    /// <summary>What went wrong; null when nothing did.</summary>
    public FailureKind? Failure { get; init; }

    /// <summary>What happened, in words; empty when nothing failed.</summary>
    public string Message { get; init; } = "";

    /// <summary>The source file of the place where it happened, as the debug symbols give it; null when unknown.</summary>
    public string? File { get; init; }

    /// <summary>The line in <see cref="File"/>, from 1; 0 when unknown.</summary>
    public int Line { get; init; }

    /// <summary>
    /// With <see cref="FailureKind.Nondeterminism"/>, how the executions ended that failed and could not be repeated, in
    /// order; else empty. One may be an accident of the search; a program that fails in several has failed.
    /// </summary>
    public IReadOnlyList<FailureKind> Unrepeated { get; init; } = [];

    /// <summary>The exception behind the failure, if there is one.</summary>
    public Exception? Exception { get; init; }

    /// <summary>Schedules tried before the failure was found, or in all.</summary>
    public int Schedules { get; init; }

    /// <summary>
    /// What the search can honestly say when it tried everything within a bound: "complete within 2 preemptions: 348
    /// schedules". Random strategies take turns with that search; theirs do not count here.
    /// </summary>
    public string? Complete { get; init; }

    /// <summary>The failing schedule, to be run again (<see cref="ExplorationOptions.Schedule"/>); empty when nothing failed.</summary>
    public string Schedule { get; init; } = "";

    /// <summary>The failing interleaving; null when nothing failed, or nothing happened that is worth telling.</summary>
    public Story? Story { get; init; }

    /// <summary>The same as a table, one column for each operation; empty when there is none.</summary>
    public string Interleaving => Story?.ToTable() ?? "";
}
