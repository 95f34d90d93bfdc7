using System.Globalization;

namespace Grader.Reporting.Formats;

/// <summary>What the gradebooks have in common: who is matched, who is not, points with two decimals.</summary>
internal static class GradebookRows
{
    /// <exception cref="WrongUseException">No roster was given, or it lacks a column that the gradebook needs.</exception>
    public static Roster Roster(FormatInput input, string format, params string[] needed)
    {
        var roster = input.Roster ?? throw new WrongUseException(
            $"--format {format} needs --roster <file>: the gradebook's export as CSV with one more column, '{Reporting.Roster.Folder}', for the names of the students' folders");
        if (roster.Students.Count == 0)
            throw new WrongUseException($"{roster.File}: there is no student in it");
        return needed.Any(column => roster.Students[0].Columns.Contains(column, StringComparer.OrdinalIgnoreCase))
            ? roster
            : throw new WrongUseException($"{roster.File}:1: --format {format} needs one of the columns {string.Join(", ", needed)}, to find the students by");
    }

    public static IReadOnlyList<ReportKata> Katas(Report report) =>
        [.. report.Submissions.SelectMany(student => student.Katas).DistinctBy(kata => kata.Id)];

    /// <summary>Empty for a kata that was not graded: an empty cell changes nothing in a gradebook.</summary>
    public static string Points(ReportSubmission? student, string kata) =>
        student?.Katas.FirstOrDefault(found => found.Id == kata) is { } graded ? Points(graded.Score) : "";

    public static string Points(double points) => points.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>
    /// The gradebook's own cell, which its import must find again: an apostrophe in front would hide the student. A cell that
    /// a spreadsheet would take for a formula is therefore refused.
    /// </summary>
    public static string Id(CsvTableRow row, string column)
    {
        var cell = row[column];
        return CsvText.Cell(cell) == cell
            ? cell
            : throw row.Wrong($"the {column} '{cell}' would be taken for a formula by a spreadsheet; mend it in the gradebook");
    }

    /// <summary>Students without a row in the roster, and rows without a student: for a file of their own.</summary>
    public static ReportFile Unmatched(string name, Report report, Roster roster)
    {
        IEnumerable<IReadOnlyList<string>> rows =
        [
            ["who", "points", "problem"],
            .. report.Submissions.Where(student => roster.Of(student.Id) is null)
                .Select(student => (string[])[student.Id, Points(student.Score), $"no row of {roster.File} has this folder"]),
            .. roster.Students.Where(row => !report.Submissions.Any(student => Reporting.Roster.IsOf(row, student.Id)))
                .Select(row => (string[])[Who(row), "", row["folder"].Length == 0 ? $"line {row.Line} of {roster.File} names no folder" : $"nothing was graded in the folder {row["folder"]}"]),
        ];
        return new ReportFile(name, CsvLines.Render(rows));
    }

    private static string Who(CsvTableRow row) =>
        string.Join(" ", row.Columns.Zip(row.Cells).Where(cell => !string.Equals(cell.First, "folder", StringComparison.OrdinalIgnoreCase) && cell.Second.Length > 0).Take(2).Select(cell => cell.Second));
}
