using Grader.Configuration;
using Grader.Reporting;
using Grader.Reporting.Adjusting;
using Grader.Reporting.Formats;
using Grader.Tests.Reporting.Formats;

namespace Grader.Tests.Reporting.Adjusting;

[TestFixture]
internal sealed class CommentsTests
{
    private const string Table = """
        student,kata,line,comment
        alice,,,"Come and see me, please"
        alice,lost-update,,Nearly
        alice,lost-update,2,This reads
        alice,lost-update,LostUpdate.cs:3,This writes
        """;

    private static readonly ReportSource Code = new("LostUpdate.cs", "one\ntwo\nthree\n");

    [Test]
    public void A_comment_is_about_a_student_a_kata_or_a_line()
    {
        var alice = Applied(Table).Submissions[0];

        alice.Comments.ShouldBe([new ReportComment("Come and see me, please")]);
        alice.Katas[0].Comments.ShouldBe(
        [
            new ReportComment("Nearly"),
            new ReportComment("This reads", new ReportLocation("LostUpdate.cs", 2)),
            new ReportComment("This writes", new ReportLocation("LostUpdate.cs", 3)),
        ]);
        alice.Katas[1].Comments.ShouldBeNull();
        alice.Score.ShouldBe(Report().Submissions[0].Score);
    }

    [Test]
    public void A_table_replaces_the_comments_that_were_there()
    {
        var again = Comments.Apply(Applied(Table), Comment.Read("student,comment\nbob,Fine\n", "comments.csv"));

        again.Submissions[0].Comments.ShouldBeNull();
        again.Submissions[0].Katas[0].Comments.ShouldBeNull();
        again.Submissions[1].Comments.ShouldBe([new ReportComment("Fine")]);
    }

    [Test]
    public void Comments_survive_what_changes_points()
    {
        var changed = new Adjustments(new Grading(new Exploration(), new Limits(), []), null, Override.Read("student,kata,points,reason\nbob,lost-update,8,ill\n", "o.csv"), null).Apply(Applied(Table));

        changed.Submissions[0].Comments.ShouldBe(Applied(Table).Submissions[0].Comments);
    }

    [Test]
    public void Students_read_them_in_the_summary()
    {
        var summary = FormatText.Of(MarkdownSummary.Render, Applied(Table));

        summary.ShouldContain("**Comment:** Come and see me, please");
        summary.ShouldContain("**Comment:** ` LostUpdate.cs:2 ` This reads");
    }

    [TestCase("zoe,,,x", "comments.csv:2: there is no student 'zoe' in the report; use the name of the student's folder, such as alice, bob, carol")]
    [TestCase("alice,lost,,x", "comments.csv:2: there is no kata 'lost' in the report; the katas are lost-update, parallel-sum")]
    [TestCase("alice,lost-update,,", "comments.csv:2: the comment is empty; write one or leave the line out")]
    [TestCase("alice,,3,x", "comments.csv:2: '3' is a line of a kata, but the line names none; fill in the column 'kata'")]
    [TestCase("alice,lost-update,end,x", "comments.csv:2: 'end' is no line; write it like 14, or like Kata.cs:14")]
    [TestCase("alice,lost-update,4,x", "comments.csv:2: LostUpdate.cs of alice has 3 lines, so no line 4")]
    [TestCase("alice,lost-update,Other.cs:1,x", "comments.csv:2: there is no file 'Other.cs' in alice's lost-update; the files are LostUpdate.cs")]
    [TestCase("alice,parallel-sum,1,x", "comments.csv:2: the report has no code of alice's parallel-sum, so no line of it; leave the column 'line' empty")]
    public void A_wrong_line_is_told(string line, string message) =>
        Should.Throw<WrongUseException>(() => Applied($"student,kata,line,comment\n{line}\n")).Message.ShouldBe(message);

    private static Report Applied(string table) => Comments.Apply(Report(), Comment.Read(table, "comments.csv"));

    private static Report Report()
    {
        var report = SampleReport.Create();
        var alice = report.Submissions[0];
        return report with { Submissions = [alice with { Katas = [alice.Katas[0] with { Sources = [Code] }, .. alice.Katas.Skip(1)] }, .. report.Submissions.Skip(1)] };
    }
}
