namespace Grader.Reporting;

/// <summary>One student. Submissions come in ordinal order of their ids.</summary>
/// <param name="Notes">What the instructor should know about the folder itself; absent when there is nothing.</param>
internal sealed record ReportSubmission(
    string Id,
    double Score,
    double MaxScore,
    IReadOnlyList<ReportKata> Katas,
    IReadOnlyList<string>? Notes = null)
{
    /// <summary>What the staff wrote about the whole; absent when there is nothing.</summary>
    public IReadOnlyList<ReportComment>? Comments { get; init; }
}
