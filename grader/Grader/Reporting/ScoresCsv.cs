using System.Globalization;
using CsvHelper;
using Grader.Reporting.Adjusting;

namespace Grader.Reporting;

/// <summary>
/// <c>scores.csv</c>: a row for each student with the total, then points and verdict of every kata, and last what changed
/// points after grading. A kata that was not handed in has two empty cells.
/// </summary>
internal static class ScoresCsv
{
    private static readonly CsvWriterOptions Format = new() { NewLine = "\n" };

    /// <summary>The table as text, to be written as UTF-8. The same report gives the same bytes.</summary>
    public static string Render(Report report)
    {
        // Every submission lists its katas in the order of grading.json.
        string[] katas = [.. report.Submissions.SelectMany(submission => submission.Katas).Select(kata => kata.Id).Distinct()];
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = CsvWriter.Create(text, Format, leaveOpen: true);

        WriteRow(csv, ["student", "points", "max points", .. katas.SelectMany(kata => new[] { kata, $"{kata} verdict" }), "notes"]);
        foreach (var submission in report.Submissions)
            WriteRow(csv, Cells(submission, katas));

        csv.Flush();
        return text.ToString();
    }

    private static IEnumerable<string> Cells(ReportSubmission submission, string[] katas) =>
    [
        submission.Id,
        Points(submission.Score),
        Points(submission.MaxScore),
        .. katas
            .Select(id => submission.Katas.FirstOrDefault(kata => kata.Id == id))
            .SelectMany(kata => kata is null or { Missing: true } ? ["", ""] : new[] { Points(kata.Score), kata.Verdict.ToString() }),
        PlainText.Line(string.Join("; ", submission.Katas.SelectMany(kata => AdjustmentText.Of(kata).Select(change => $"{kata.Id}: {change}")))),
    ];

    private static string Points(double points) => points.ToString("0.##", CultureInfo.InvariantCulture);

    private static void WriteRow(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(CsvText.Cell(cell));
        csv.EndRecord();
    }
}
