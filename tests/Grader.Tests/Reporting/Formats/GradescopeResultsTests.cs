using System.Text.Json;
using Grader.Configuration;
using Grader.Reporting;
using Grader.Reporting.Formats;

namespace Grader.Tests.Reporting.Formats;

/// <summary>The rules of https://gradescope-autograders.readthedocs.io/en/latest/specs/ and …/leaderboards/.</summary>
[TestFixture]
internal sealed class GradescopeResultsTests
{
    [Test]
    public void The_results_are_as_approved() =>
        FormatText.Of(GradescopeResults.Render, SampleReport.Only("alice")).ShouldBeApproved("gradescope-results.json");

    [TestCase("alice")]
    [TestCase("bob")]
    [TestCase("carol")]
    public void Gradescope_understands_the_results(string student)
    {
        var report = SampleReport.Only(student);
        var results = Results(report);

        results.ShouldHave("score tests", "execution_time output output_format test_output_format test_name_format visibility stdout_visibility extra_data leaderboard");
        results.GetProperty("score").GetDouble().ShouldBe(report.Submissions[0].Score);
        foreach (var test in results.GetProperty("tests").EnumerateArray())
        {
            test.ShouldHave("name status", "score max_score name_format number output output_format tags visibility extra_data");
            test.GetProperty("status").GetString().ShouldBeOneOf("passed", "failed");
            test.GetProperty("output_format").GetString().ShouldBeOneOf("text", "html", "simple_format", "md", "ansi");
            test.GetProperty("visibility").GetString().ShouldBeOneOf("hidden", "after_due_date", "after_published", "visible");
            test.GetProperty("output").GetString()!.ShouldNotContain("\r");
        }
    }

    [Test]
    public void A_criterion_says_when_students_see_it()
    {
        var kata = SampleReport.Scored("secret", (0, 5), (5, 5));
        var results = Results(SampleReport.With(kata with
        {
            Criteria = [kata.Criteria[0] with { Visibility = Visibility.AfterDueDate }, kata.Criteria[1] with { Visibility = Visibility.Hidden }],
        }));

        results.GetProperty("tests").EnumerateArray().Select(test => test.GetProperty("visibility").GetString()).ShouldBe(["after_due_date", "hidden"]);
    }

    [Test]
    public void Points_that_were_changed_count_and_are_explained()
    {
        var results = Results(SampleReport.With(SampleReport.Scored("late", (10, 10)) with { Score = 8, Override = new ReportOverride(8, "copied a *comment*", 10) }));

        results.GetProperty("score").GetDouble().ShouldBe(8);
        var told = results.GetProperty("tests")[1];
        told.GetProperty("output").GetString().ShouldBe("set to 8 points instead of 10: copied a &#42;comment&#42;");
        told.TryGetProperty("score", out _).ShouldBeFalse();
    }

    [Test]
    public void Speeds_are_on_the_leaderboard_and_what_this_machine_could_not_show_is_not()
    {
        Board("bob").ShouldBe(["Parallelize a loop: parallelism 3.9 desc", "Parallelize a loop: speedup 1.8 desc"]);
        Board("alice").ShouldBe(["Parallelize a loop: parallelism 3.5 desc", "Parallelize a loop: speedup - desc"]);
        // Gradescope makes its columns of the names, so everybody has the same, whatever became of the work.
        Board("carol").ShouldBe(["Parallelize a loop: parallelism - desc", "Parallelize a loop: speedup - desc"]);
    }

    [Test]
    public void Comments_are_shown_and_cost_nothing()
    {
        var kata = SampleReport.Scored("sum", (10, 10)) with { Comments = [new ReportComment("well *done*", new ReportLocation("Sum.cs", 7))] };
        var report = SampleReport.With(kata);
        var results = Results(report with { Submissions = [report.Submissions[0] with { Comments = [new ReportComment("see me")] }] });

        results.GetProperty("score").GetDouble().ShouldBe(10);
        results.GetProperty("output").GetString().ShouldBe("see me");
        results.GetProperty("tests")[1].GetProperty("name").GetString().ShouldBe("The kata sum: comments");
        results.GetProperty("tests")[1].GetProperty("output").GetString().ShouldBe("` Sum.cs:7 ` well &#42;done&#42;");
    }

    private static IEnumerable<string> Board(string student) => Results(SampleReport.Only(student)).GetProperty("leaderboard").EnumerateArray()
        .Select(entry => $"{entry.GetProperty("name")} {entry.GetProperty("value")} {entry.GetProperty("order")}");

    private static JsonElement Results(Report report) => FormatText.Json(FormatText.Of(GradescopeResults.Render, report));
}
