using Grader.Reporting;

namespace Grader.Tests.Reporting;

[TestFixture]
internal sealed class ScoresCsvTests
{
    [Test]
    public void Every_student_has_a_row_and_every_kata_two_columns() =>
        ScoresCsv.Render(SampleReport.Create()).ShouldBeApproved("scores.csv");

    [TestCase("=1+1", "'=1+1")]
    [TestCase("+1", "'+1")]
    [TestCase("-1", "'-1")]
    [TestCase("@SUM(A1)", "'@SUM(A1)")]
    [TestCase(" =1+1", "' =1+1")]
    [TestCase("\t=1", "'\t=1")]
    [TestCase("\r=1", "\"'\r=1\"")]
    [TestCase("\uFF1D1+1", "'\uFF1D1+1")]
    [TestCase("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")]
    public void A_name_is_never_taken_for_a_formula(string name, string cell) =>
        Row(name).ShouldStartWith(cell + ",0,10,");

    [TestCase("alice", "alice")]
    [TestCase("a=b", "a=b")]
    [TestCase("Doe, Jane", "\"Doe, Jane\"")]
    [TestCase("say \"hi\"", "\"say \"\"hi\"\"\"")]
    public void Other_names_stay_as_they_are(string name, string cell) =>
        Row(name).ShouldStartWith(cell + ",0,10,");

    [Test]
    public void A_report_without_submissions_has_its_heading_alone() =>
        ScoresCsv.Render(SampleReport.Create() with { Submissions = [] }).ShouldBe("student,points,max points,notes\n");

    [Test]
    public void What_changed_points_stands_in_the_notes()
    {
        var kata = SampleReport.Scored("late", (10, 10)) with { Score = 8, Override = new ReportOverride(8, "copied; see mail", 10) };

        ScoresCsv.Render(SampleReport.With(kata)).ShouldBe(
            "student,points,max points,late,late verdict,notes\nalice,8,10,8,Accepted,late: set to 8 points instead of 10: copied; see mail\n");
    }

    private static string Row(string student)
    {
        var table = ScoresCsv.Render(SampleReport.WordedBy(student));
        return table[(table.IndexOf('\n') + 1)..];
    }
}
