using System.Runtime.ExceptionServices;

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

    /// <summary>Whether one of the executions that gave <see cref="FailureKind.Nondeterminism"/> ended because the memory ran out.</summary>
    internal bool RanOutOfMemory { get; init; }

    /// <summary>The exception behind the failure, if there is one.</summary>
    public Exception? Exception { get; init; }

    /// <summary>Schedules tried before the failure was found, or in all.</summary>
    public int Schedules { get; init; }

    /// <summary>
    /// What the search can honestly say when it tried everything within a bound: "complete within 2 preemptions: 348
    /// schedules". Random strategies take turns with that search; theirs do not count here.
    /// </summary>
    public string? Complete { get; init; }

    /// <summary>
    /// Yield points at each of which <see cref="Cancellation.Anywhere"/> cancelled the default schedule; 0 in a test without it. Counted
    /// among <see cref="Schedules"/>, but not among those of the budget.
    /// </summary>
    public int Cancellations { get; init; }

    /// <summary>Which assemblies that the tests use were not, or not altogether, under control.</summary>
    public Boundary Boundary { get; init; } = Boundary.None;

    /// <summary>The failing schedule, to be run again (<see cref="ExplorationOptions.Schedule"/>); empty when nothing failed.</summary>
    public string Schedule { get; init; } = "";

    /// <summary>
    /// Of the schedule that was replayed, how many of its choices never came up. Where nothing failed, it is then a schedule of another
    /// version of the program, and shows nothing about this one; 0 after a search.
    /// </summary>
    internal int Unfollowed { get; init; }

    /// <summary>The failing interleaving; null when nothing failed, or nothing happened that is worth telling.</summary>
    public Story? Story { get; init; }

    /// <summary>
    /// The exception by which the test said in some schedule that it is to be skipped, or that it cannot tell
    /// (<c>Assert.Skip</c>, <c>Assert.Ignore</c>, <c>Assert.Inconclusive</c>, an assumption that does not hold); null when it did
    /// not. A failure in any schedule comes before this.
    /// </summary>
    public Exception? Undecided => Ending?.Kind is EndingKind.Skipped or EndingKind.Inconclusive ? Ending.Exception : null;

    /// <summary>The worst that the test said of itself in an execution that did not fail; null when nothing.</summary>
    internal Ending? Ending { get; init; }

    /// <summary>
    /// How far the search went, in one line: "No failure in 200 schedules (complete within 2 preemptions: 348 schedules)", and which
    /// assemblies were not under control; or what failed.
    /// </summary>
    public string Summary => ExplorationText.Summary(this);

    /// <summary>Fails the test that explores: with what happened, where, the interleaving, and how to see it again.</summary>
    /// <exception cref="ExplorationFailedException">There is a failure.</exception>
    /// <exception cref="Exception">
    /// The test said that it is to be skipped or that it cannot tell: <see cref="Undecided"/>, which its framework understands.
    /// </exception>
    public void ThrowIfFailed() => ThrowIfFailed($"new ExplorationOptions {{ Schedule = \"{Schedule}\" }}");

    /// <summary>The same in a test that has an attribute to be explored by.</summary>
    internal void ThrowIfTestFailed() => ThrowIfFailed($"[Interleaved(Schedule = \"{Schedule}\")]");

    private void ThrowIfFailed(string replay)
    {
        if (Failure is not null)
            throw new ExplorationFailedException(this, replay);
        if (Undecided is { } undecided)
            ExceptionDispatchInfo.Throw(undecided);
    }

    /// <summary>The same as a table, one column for each operation; empty when there is none.</summary>
    public string Interleaving => Story?.ToTable() ?? "";
}
