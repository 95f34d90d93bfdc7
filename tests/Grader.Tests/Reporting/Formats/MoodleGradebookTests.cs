using System.Globalization;
using Grader.Reporting;
using Grader.Reporting.Formats;

namespace Grader.Tests.Reporting.Formats;

/// <summary>
/// The rules of Moodle's grade import, as its source has them
/// (https://github.com/moodle/moodle/blob/main/grade/import/csv/classes/load_data.php).
/// </summary>
[TestFixture]
internal sealed class MoodleGradebookTests
{
    private const string Export = """
        First name,Last name,ID number,Email address,folder
        Alice,Liddell,S1,alice@uni.example,alice
        Bob,Builder,S2,bob@uni.example,bob
        Lewis,Carroll,S3,lewis@uni.example,lewis
        """;

    [Test]
    public void The_files_are_as_approved() =>
        string.Concat(Files().Select(file => $"== {file.Path}\n{file.Text}")).ShouldBeApproved("moodle.txt");

    [Test]
    public void Every_row_has_a_student_that_Moodle_knows()
    {
        // check_user_exists: one that it does not find stops the import.
        var known = Export.Split('\n').Skip(1).Select(line => line.Split(',')[3]);

        Table().Rows.Select(row => row["Email address"]).ShouldBeSubsetOf(known);
        Files()[1].Text.ShouldContain("carol");
        Files()[1].Text.ShouldContain("Lewis Carroll");
    }

    [Test]
    public void Every_grade_is_a_number_that_Moodle_allows()
    {
        // insert_grade_record: above 100 stops the import, unless the site allows more; so there is no sum of all katas.
        foreach (var cell in Table().Rows.SelectMany(row => new[] { row["lost-update"], row["parallel-sum"] }))
            decimal.Parse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture).ShouldBeInRange(0, 100);
        Table().Columns.ShouldBe(["Email address", "ID number", "lost-update", "lost-update feedback", "parallel-sum", "parallel-sum feedback"]);
    }

    private static List<ReportFile> Files() =>
        [.. MoodleGradebook.Render(new FormatInput(SampleReport.Create(), FormatText.Made) { Roster = Roster.Read(Export, "roster.csv") })];

    private static CsvTable Table() => CsvTable.Read(Files()[0].Text, "moodle.csv");
}
