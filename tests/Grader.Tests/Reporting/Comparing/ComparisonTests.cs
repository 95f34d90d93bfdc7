using Grader.Reporting;
using Grader.Reporting.Comparing;

namespace Grader.Tests.Reporting.Comparing;

[TestFixture]
internal sealed class ComparisonTests
{
    [Test]
    public void Who_rose_who_fell_and_which_verdicts_changed()
    {
        var text = ComparisonText.Render(Comparison.Of(Class(("alice", 4), ("bob", 10), ("carol", 6), ("dave", 10)), Class(("alice", 10), ("bob", 2), ("carol", 6), ("erin", 3))));

        text.ShouldBe("""
            1 rose, 1 fell, 1 new, 1 gone, 1 unchanged
            + alice: 4 → 10 (kata 4 WrongAnswer → 10 Accepted)
            - bob: 10 → 2 (kata 10 Accepted → 2 WrongAnswer)
            = dave: 10 → gone
            = erin: new → 3

            """);
    }

    [Test]
    public void A_report_has_no_changes_since_itself()
    {
        var comparison = Comparison.Of(SampleReport.Create(), SampleReport.Create());

        comparison.Students.ShouldBeEmpty();
        ComparisonText.Render(comparison).ShouldBe("0 rose, 0 fell, 0 new, 0 gone, 3 unchanged\n");
    }

    [Test]
    public void Another_seed_is_said_so()
    {
        var other = SampleReport.Create() with { Grader = SampleReport.Create().Grader with { Seed = 2 } };

        ComparisonText.Render(Comparison.Of(SampleReport.Create(), other)).ShouldContain("note: the two reports were graded differently");
    }

    [Test]
    public void It_is_data_too() =>
        JsonReport.Changes(Comparison.Of(Class(("alice", 4)), Class(("alice", 10)))).ShouldBeApproved("changes.json");

    private static Report Class(params (string Student, double Points)[] students) => SampleReport.Create() with
    {
        Submissions = [.. students.Select(one => ReportBuilder.Submission(one.Student, [SampleReport.Scored("kata", (one.Points, 10))], []))],
    };
}
