using System.Text;
using Grader.Reporting.Adjusting;
using Interleaving;

namespace Grader.Reporting;

/// <summary>The summary of a run as plain text: a row for each student, then the points of the class.</summary>
internal static class ClassText
{
    /// <summary>The columns' heads.</summary>
    public static IReadOnlyList<string> Heads(Report report) => ["student", "points", .. Katas(report)];

    /// <summary>One row's cells.</summary>
    public static IReadOnlyList<string> Cells(ReportSubmission student, IReadOnlyList<string> katas) =>
    [
        PlainText.Line(student.Id),
        $"{PlainText.Points(student.Score)}/{PlainText.Points(student.MaxScore)}",
        .. katas.Select(id => student.Katas.FirstOrDefault(kata => kata.Id == id) is { Missing: null } kata
            ? $"{PlainText.Points(kata.Score)} {kata.Verdict}"
            : "-"),
    ];

    /// <summary>The heads where there is no room for a column for each kata.</summary>
    public static IReadOnlyList<string> ShortHeads { get; } = ["student", "points", "lost in"];

    /// <summary>One row's cells under <see cref="ShortHeads"/>: a kata with full points needs no word.</summary>
    public static IReadOnlyList<string> ShortCells(ReportSubmission student)
    {
        var missing = student.Katas.Count(kata => kata.Missing == true);
        var lost = student.Katas.Where(kata => kata.Missing != true && kata.Score < kata.MaxScore)
            .Select(kata => $"{kata.Id} {PlainText.Points(kata.Score)}/{PlainText.Points(kata.MaxScore)} {kata.Verdict}");
        return [.. Cells(student, []), string.Join(", ", missing > 0 ? lost.Append($"{missing} not handed in") : lost)];
    }

    public static IReadOnlyList<string> Katas(Report report) =>
        [.. report.Submissions.SelectMany(student => student.Katas).Select(kata => kata.Id).Distinct()];

    public static string Render(Report report)
    {
        var katas = Katas(report);
        List<IReadOnlyList<string>> rows = [Heads(report), .. report.Submissions.Select(student => Cells(student, katas))];
        var widths = Enumerable.Range(0, rows[0].Count).Select(i => rows.Max(row => TextWidth.Of(row[i]))).ToList();
        var text = new StringBuilder();
        foreach (var row in rows)
            text.Append(string.Join("  ", row.Select((cell, i) => TextWidth.Padded(cell, widths[i]))).TrimEnd()).Append('\n');
        return text.Append(Footer(report)).ToString();
    }

    public static string Footer(Report report)
    {
        var text = new StringBuilder();
        foreach (var student in report.Submissions)
        {
            foreach (var note in student.Notes ?? [])
                text.Append(PlainText.Line($"note: {student.Id}: {note}")).Append('\n');
            foreach (var kata in student.Katas)
            {
                foreach (var change in AdjustmentText.Of(kata))
                    text.Append(PlainText.Line($"note: {student.Id} {kata.Id}: {change}")).Append('\n');
            }
        }

        var full = report.Submissions.Count(student => student.Score >= student.MaxScore);
        var mean = report.Submissions.Count == 0 ? 0 : report.Submissions.Average(student => student.Score);
        return text.Append($"{report.Submissions.Count} graded, {full} with full points, mean {PlainText.Points(mean)} points\n").ToString();
    }
}
