namespace Grader.Reporting.Html;

/// <summary>One student, with the points alone.</summary>
internal sealed record PageSubmission(
    string Id,
    double Score,
    double MaxScore,
    IReadOnlyList<PageKata> Katas,
    IReadOnlyList<string>? Notes,
    IReadOnlyList<ReportComment>? Comments);
