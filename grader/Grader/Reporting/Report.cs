namespace Grader.Reporting;

/// <summary>The whole of <c>report.json</c>; every other format is a projection of it. Fields may be added, never renamed.</summary>
internal sealed record Report(
    string Schema,
    ReportGrader Grader,
    ReportMachine Machine,
    IReadOnlyList<ReportSubmission> Submissions)
{
    public const string SchemaName = "concurrency-katas/report/v1";
}
