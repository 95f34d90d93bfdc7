using Judge;

namespace Grader.Reporting;

/// <summary>One kata of one student, in the order of grading.json.</summary>
/// <param name="Title">The kata's name for people.</param>
/// <param name="Findings">Compile errors, contract and policy findings, before anything ran; absent when there are none.</param>
/// <param name="Measurements">Absent when nothing was measured.</param>
/// <param name="Missing">True when nothing was handed in; else absent.</param>
/// <param name="Sources">What was handed in; absent when that could not be read.</param>
/// <param name="Attempts">How earlier attempts count; absent when none were given.</param>
/// <param name="Late">What being late costs; absent when it costs nothing.</param>
/// <param name="Override">The instructor's own points; absent when there are none.</param>
internal sealed record ReportKata(
    string Id,
    string Title,
    Verdict Verdict,
    double Score,
    double MaxScore,
    IReadOnlyList<ReportCriterion> Criteria,
    IReadOnlyList<ReportFinding>? Findings = null,
    ReportMeasurements? Measurements = null,
    bool? Missing = null,
    IReadOnlyList<ReportSource>? Sources = null,
    ReportAttempts? Attempts = null,
    ReportLate? Late = null,
    ReportOverride? Override = null)
{
    /// <summary>True when the kata is timed, whatever became of this submission; else absent.</summary>
    public bool? Timed { get; init; }

    /// <summary>A sampling profile of the timed run by stacks of calls, in the order of their names; absent when none was recorded.</summary>
    public IReadOnlyList<ReportFrame>? Samples { get; init; }

    /// <summary>What the staff wrote about it; absent when there is nothing.</summary>
    public IReadOnlyList<ReportComment>? Comments { get; init; }
}
