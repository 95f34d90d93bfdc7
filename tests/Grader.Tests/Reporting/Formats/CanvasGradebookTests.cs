using System.Globalization;
using Grader.Reporting;
using Grader.Reporting.Formats;

namespace Grader.Tests.Reporting.Formats;

/// <summary>
/// The rules of Canvas' import, as its source has them
/// (https://github.com/instructure/canvas-lms/blob/master/lib/gradebook_importer.rb).
/// </summary>
[TestFixture]
internal sealed class CanvasGradebookTests
{
    // As Canvas exports it, with the column of folders at its end.
    private const string Export = """
        Student,ID,SIS User ID,SIS Login ID,Section,Old essay (77),folder
            Points Possible,,,,,10.00,
        "Liddell, Alice",1001,S1,alice@uni.example,Tuesday,9.00,alice
        "Builder, Bob",1002,S2,bob@uni.example,Tuesday,,bob
        "Carroll, Lewis",1003,S3,lewis@uni.example,Monday,,lewis
        "Hatter, Mad",1004,S4,hatter@uni.example,Monday,,
        """;

    [Test]
    public void The_files_are_as_approved() =>
        string.Concat(Files(Export).Select(file => $"== {file.Path}\n{file.Text}")).ShouldBeApproved("canvas.txt");

    [Test]
    public void The_importer_takes_the_heads_for_a_gradebook()
    {
        var head = Table(Export).Columns;

        // row_has_student_headers?, update_column_count, last_student_info_column.
        head.Count.ShouldBeGreaterThan(3);
        head[0].ShouldContain("Student");
        head[1].ShouldContain("ID");
        head[2].ShouldMatch(@"SIS\s+User\s+ID");
        head[3].ShouldMatch(@"SIS\s+Login\s+ID");
        head[4].ShouldContain("Section");
    }

    [Test]
    public void No_kata_is_taken_for_a_column_that_the_importer_ignores()
    {
        string[] ignored = ["Current Score", "Current Points", "Current Grade", "Final Score", "Final Points", "Final Grade", "Override Score", "Override Grade", "Override Status"];

        Table(Export).Columns.Skip(5).ShouldBe(["lost-update", "parallel-sum"]);
        Table(Export).Columns.ShouldAllBe(head => !ignored.Any(head.Contains));
    }

    [Test]
    public void The_first_row_says_what_is_possible_and_every_score_has_two_decimals()
    {
        var rows = Table(Export).Rows;

        rows[0].Cells[0].ShouldContain("Points Possible");
        foreach (var cell in rows.SelectMany(row => row.Cells.Skip(5)))
            decimal.Parse(cell, CultureInfo.InvariantCulture).ToString("0.00", CultureInfo.InvariantCulture).ShouldBe(cell);
    }

    [Test]
    public void Nobody_is_dropped()
    {
        var files = Files(Export);
        var told = files[0].Text + files[1].Text;

        foreach (var who in new[] { "Liddell, Alice", "Builder, Bob", "carol", "Carroll, Lewis", "Hatter, Mad" })
            told.ShouldContain(who);
        // The importer would offer a student it does not know as a new one.
        files[0].Text.ShouldNotContain("carol");
    }

    [Test]
    public void Without_a_roster_it_says_what_one_is() =>
        Should.Throw<WrongUseException>(() => FormatText.Of(CanvasGradebook.Render, SampleReport.Create())).Message
            .ShouldBe("--format canvas needs --roster <file>: the gradebook's export as CSV with one more column, 'folder', for the names of the students' folders");

    [TestCase("Student,folder\nAlice,alice\n", "roster.csv:1: --format canvas needs one of the columns ID, SIS User ID, SIS Login ID, to find the students by")]
    [TestCase("Student,ID\nAlice,1\n", "roster.csv:1: there is no column 'folder'; the first line must have folder")]
    [TestCase("Student,ID,folder\nAlice,1,alice\nAlso,2,alice\n", "roster.csv:3: the folder 'alice' stands in line 2 already; give each student one of their own")]
    [TestCase("Student,ID,folder\nAlice,=1+1,alice\n", "roster.csv:2: the ID '=1+1' would be taken for a formula by a spreadsheet; mend it in the gradebook")]
    [TestCase("Student,ID,folder\n", "roster.csv: there is no student in it")]
    public void A_wrong_roster_is_told_its_line(string roster, string message) =>
        Should.Throw<WrongUseException>(() => Files(roster)).Message.ShouldBe(message);

    private static List<ReportFile> Files(string roster) =>
        [.. CanvasGradebook.Render(new FormatInput(SampleReport.Create(), FormatText.Made) { Roster = Roster.Read(roster, "roster.csv") })];

    private static CsvTable Table(string roster) => CsvTable.Read(Files(roster)[0].Text, "canvas.csv");
}
