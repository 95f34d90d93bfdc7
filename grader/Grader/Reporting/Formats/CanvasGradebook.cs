namespace Grader.Reporting.Formats;

/// <summary>
/// <c>canvas.csv</c> for the import of Canvas' gradebook, an assignment for each kata by its slug, and
/// <c>canvas-unmatched.csv</c>.
/// </summary>
/// <remarks>
/// By what Canvas does with it (https://github.com/instructure/canvas-lms/blob/master/lib/gradebook_importer.rb): the heads
/// Student, ID, SIS User ID, SIS Login ID, Section in this order; a row with Points Possible; a student is found by ID, else
/// by SIS ID, else by login, else by name; an empty cell changes nothing. A student who is not found would be offered as a
/// new one, so those without a row in the roster are kept out, and listed.
/// </remarks>
internal static class CanvasGradebook
{
    private static readonly string[] Ids = ["ID", "SIS User ID", "SIS Login ID"];

    public static IEnumerable<ReportFile> Render(FormatInput input)
    {
        var roster = GradebookRows.Roster(input, "canvas", Ids);
        var katas = GradebookRows.Katas(input.Report);
        IEnumerable<IReadOnlyList<string>> rows =
        [
            ["Student", .. Ids, "Section", .. katas.Select(kata => kata.Id)],
            ["    Points Possible", "", "", "", "", .. katas.Select(kata => GradebookRows.Points(kata.MaxScore))],
            .. roster.Students.Where(row => Graded(input.Report, row) is not null).Select(row => (string[])
            [
                row["Student"], .. Ids.Select(id => GradebookRows.Id(row, id)), row["Section"],
                .. katas.Select(kata => GradebookRows.Points(Graded(input.Report, row), kata.Id)),
            ]),
        ];
        return [new("canvas.csv", CsvLines.Render(rows)), GradebookRows.Unmatched("canvas-unmatched.csv", input.Report, roster)];
    }

    private static ReportSubmission? Graded(Report report, CsvTableRow row) =>
        report.Submissions.FirstOrDefault(student => Roster.IsOf(row, student.Id));
}
