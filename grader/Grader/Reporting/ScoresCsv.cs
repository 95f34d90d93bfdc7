using System.Globalization;
using CsvHelper;

namespace Grader.Reporting;

/// <summary>
/// <c>scores.csv</c>: a row for each student with the total, then points and verdict of every kata. A kata that was
/// not handed in has two empty cells.
/// </summary>
internal static class ScoresCsv
{
    // What makes a spreadsheet take a cell for a formula, and their full-width forms, which some locales take too
    // and which the library's own protection does not know.
    private const string FormulaStarts = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static readonly CsvWriterOptions Format = new() { NewLine = "\n" };

    /// <summary>The table as text, to be written as UTF-8. The same report gives the same bytes.</summary>
    public static string Render(Report report)
    {
        // Every submission lists its katas in the order of grading.json.
        string[] katas = [.. report.Submissions.SelectMany(submission => submission.Katas).Select(kata => kata.Id).Distinct()];
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = CsvWriter.Create(text, Format, leaveOpen: true);

        WriteRow(csv, ["student", "points", "max points", .. katas.SelectMany(kata => new[] { kata, $"{kata} verdict" })]);
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
    ];

    private static string Points(double points) => points.ToString("0.##", CultureInfo.InvariantCulture);

    private static void WriteRow(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(Neutral(cell));
        csv.EndRecord();
    }

    // The apostrophe tells a spreadsheet that a text follows. Leading blanks are trimmed by some, so they do not hide a formula.
    private static string Neutral(string cell) =>
        cell.Length > 0 && FormulaStarts.Contains(cell.TrimStart(' ').FirstOrDefault(' ')) ? "'" + cell : cell;
}
