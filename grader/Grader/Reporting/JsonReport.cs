using System.Text.Json;

namespace Grader.Reporting;

/// <summary>The report by its contract: <c>report.json</c>.</summary>
internal sealed class JsonReport : IReportFormat
{
    public string FileName => "report.json";

    public string Render(Report report) => JsonSerializer.Serialize(report, ReportJson.Default.Report) + "\n";
}
