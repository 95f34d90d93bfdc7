using Grader.Reporting;
using Grader.Reporting.Html;
using Judge;

namespace Grader.Tests.Reporting.Html;

[TestFixture]
internal sealed class PageDataTests
{
    [Test]
    public void A_problem_shows_its_line_of_code()
    {
        var problem = Problems(SampleReport.Scored("lost-update", (6, 6), (0, 4)) with
        {
            Sources = [new ReportSource("Kata.cs", string.Concat(Enumerable.Range(1, 20).Select(n => $"    line{n}();\n")))],
        }).ShouldHaveSingleItem();

        problem.ShouldBe(new PageProblem("Criterion 1", Verdict.WrongAnswer, "#1 ( ) ;", "line8();", new ReportLocation("Kata.cs", 8)));
    }

    [Test]
    public void Without_the_code_it_shows_its_message() =>
        Problems(SampleReport.Scored("lost-update", (6, 6), (0, 4))).ShouldHaveSingleItem()
            .ShouldBe(new PageProblem("Criterion 1", Verdict.WrongAnswer, "It went wrong.", "It went wrong.", null));

    [Test]
    public void What_stops_everything_is_one_problem()
    {
        var problem = Problems(SampleReport.Scored("lost-update", (0, 6), (0, 4)) with { Verdict = Verdict.CompileError, Findings = [new ReportFinding("CS1002: ; expected")] })
            .ShouldHaveSingleItem();

        problem.ShouldBe(new PageProblem("", Verdict.CompileError, "CS0: ; expected", "CS1002: ; expected", null));
    }

    [Test]
    public void What_was_not_judged_is_no_problem()
    {
        var kata = SampleReport.Scored("lost-update", (0, 6), (0, 4));

        Problems(kata with { Missing = true }).ShouldBeEmpty();
        Problems(kata with { Criteria = [kata.Criteria[0] with { Verdict = Verdict.Inconclusive }, kata.Criteria[1] with { NotTimed = true }] }).ShouldBeEmpty();
    }

    [Test]
    public void A_student_without_a_kata_leaves_a_hole_in_its_part()
    {
        var one = SampleReport.Scored("one", (1, 1));
        var two = SampleReport.Scored("two", (1, 1));
        var report = SampleReport.Create() with { Submissions = [ReportBuilder.Submission("a", [one, two], []), ReportBuilder.Submission("b", [two], [])] };

        var data = PageData.Of(report, personal: false);

        data.Parts.Select(part => part.Select(kata => kata?.Id)).ShouldBe([["one", null], ["two", "two"]]);
        data.Overview.Submissions[1].Katas.Select(kata => kata.Part).ShouldBe([2]);
    }

    private static IReadOnlyList<PageProblem> Problems(ReportKata kata) =>
        PageData.Of(SampleReport.With(kata), personal: false).Overview.Submissions[0].Katas[0].Problems ?? [];
}
