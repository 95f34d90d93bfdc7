using Grader.Reporting.Adjusting;
using Judge;

namespace Grader.Reporting.Formats;

/// <summary>
/// <c>moodle.csv</c> for Moodle's grade import: the columns that students are found by, and for each kata a column of points
/// and one of feedback; and <c>moodle-unmatched.csv</c>.
/// </summary>
/// <remarks>
/// By https://docs.moodle.org/405/en/Grade_import and what Moodle does with it
/// (https://github.com/moodle/moodle/blob/main/grade/import/csv/classes/load_data.php): one student who is not found, one
/// cell of points that is no number, or one above the most (100 unless the site says otherwise) stops the whole import. So
/// those without a row in the roster are kept out and listed, and there is no column with the sum, which may be above 100
/// and which Moodle makes itself. Points and feedback go together: without both, Moodle drops the other.
/// </remarks>
internal static class MoodleGradebook
{
    private static readonly string[] Ids = ["Email address", "ID number", "Username"];

    public static IEnumerable<ReportFile> Render(FormatInput input)
    {
        var roster = GradebookRows.Roster(input, "moodle", Ids);
        var ids = Ids.Where(id => roster.Students[0].Columns.Contains(id, StringComparer.OrdinalIgnoreCase)).ToList();
        var katas = GradebookRows.Katas(input.Report);
        var rows = new List<IReadOnlyList<string>> { (string[])[.. ids, .. katas.SelectMany(kata => (string[])[kata.Id, $"{kata.Id} feedback"])] };
        foreach (var row in roster.Students)
        {
            if (input.Report.Submissions.FirstOrDefault(student => Roster.IsOf(row, student.Id)) is not { } student)
                continue;
            rows.Add((string[])
            [
                .. ids.Select(id => GradebookRows.Id(row, id)),
                .. katas.SelectMany(kata => (string[])[GradebookRows.Points(student, kata.Id), Feedback(student, kata.Id)]),
            ]);
        }

        return [new("moodle.csv", CsvLines.Render(rows)), GradebookRows.Unmatched("moodle-unmatched.csv", input.Report, roster)];
    }

    /// <summary>One line: the verdict, what costs points, and what was changed.</summary>
    private static string Feedback(ReportSubmission student, string id)
    {
        if (student.Katas.FirstOrDefault(kata => kata.Id == id) is not { } kata)
            return "";
        var lost = kata.Criteria.Where(criterion => criterion.Score < criterion.MaxScore)
            .Select(criterion => $"{criterion.Title}: {(criterion.Verdict == Verdict.Accepted ? "in part" : criterion.Verdict)}").ToList();
        var what = kata.Missing == true ? "not handed in" : lost.Count == 0 ? kata.Verdict.ToString() : string.Join("; ", lost);
        return PlainText.Line(string.Join(". ", AdjustmentText.Of(kata).Prepend(what)));
    }
}
