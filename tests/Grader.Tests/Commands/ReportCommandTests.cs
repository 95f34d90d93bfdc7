using System.Text.Json;
using Grader.Reporting;
using Grader.Tests.Reporting;

namespace Grader.Tests.Commands;

[TestFixture]
internal sealed class ReportCommandTests
{
    private static readonly FakeJudge Judge = FakeJudge.Lenient();

    [Test]
    public async Task A_report_is_written_in_the_formats_that_are_named()
    {
        using var desk = Results();
        (await desk.RunAsync(Judge, "report", "in/report.json", "--format", "junit", "--format", "markdown", "--out", "out")).ShouldBe(0);

        Directory.EnumerateFiles(desk.Path("out")).Select(Path.GetFileName).ShouldBe(["report.json", "junit.xml", "summary.md"], ignoreOrder: true);
        desk.Read("out", "report.json").ShouldBe(desk.Read("in", "report.json"));
        desk.Out.ShouldContain("report: ~/out/junit.xml");
    }

    [Test]
    public async Task Grading_writes_any_format_too()
    {
        using var desk = new Desk();
        desk.Write("alice/katas/lost-update/LostUpdate.cs", Desk.Reference);
        (await desk.RunAsync(FakeJudge.Lenient(), "grade", "alice", "--unsafe", "--format", "classroom", "--format", "annotations")).ShouldBe(0);

        desk.Read("report", "classroom", "lostupdate.txt").ShouldStartWith("result=");
        File.Exists(desk.Path("report", "annotations.txt")).ShouldBeTrue();
        File.Exists(desk.Path("report", "report.html")).ShouldBeFalse();
    }

    [TestCase("report")]
    [TestCase("merge")]
    public async Task Shards_are_joined(string command)
    {
        using var desk = new Desk();
        desk.Write("class/alice/lost-update/LostUpdate.cs", Desk.Reference).Write("class/bob/lost-update/LostUpdate.cs", Desk.Reference);
        await desk.RunAsync(FakeJudge.Lenient(), "grade", "class", "--out", "whole");
        await desk.RunAsync(FakeJudge.Lenient(), "grade", "class", "--shard", "1/2", "--out", "one");
        await desk.RunAsync(FakeJudge.Lenient(), "grade", "class", "--shard", "2/2", "--out", "two");
        (await desk.RunAsync(Judge, command, "one", "two", "--out", "joined")).ShouldBe(0);

        desk.Read("joined", "report.json").ShouldBe(desk.Read("whole", "report.json"));
        desk.Read("joined", "scores.csv").ShouldBe(desk.Read("whole", "scores.csv"));
    }

    [Test]
    public async Task Every_part_that_is_missing_is_named()
    {
        using var desk = Results();
        (await desk.RunAsync(Judge, "merge", "part-1", "in", "part-3")).ShouldBe(2);
        desk.Error.ShouldBe("grader: these reports are missing:\ngrader: ~/part-1\ngrader: ~/part-3\ngrader: grade them, or leave them out\n");
    }

    [Test]
    public async Task Overrides_are_applied_and_told()
    {
        using var desk = Results();
        desk.Write("overrides.csv", "student,kata,points,reason\nalice,lost-update,8,ill\n");
        (await desk.RunAsync(Judge, "report", "in", "--overrides", "overrides.csv", "--out", "out")).ShouldBe(0);

        desk.Out.ShouldContain("note: alice lost-update: set to 8 points instead of 6: ill");
        var given = JsonDocument.Parse(desk.Read("out", "report.json")).RootElement.GetProperty("submissions")[0].GetProperty("katas")[0].GetProperty("override");
        given.GetRawText().Replace(" ", "").Replace("\n", "").ShouldBe("""{"points":8,"reason":"ill","was":6}""");
    }

    [Test]
    public async Task Being_late_costs_what_the_policy_says()
    {
        using var desk = new Desk(Desk.Grading.Replace("\"katas\":", "\"late\": { \"due\": \"2026-12-01T23:59:00Z\", \"percentPerDay\": 10 }, \"katas\":"));
        desk.Write("in/report.json", SampleReport.Json(SampleReport.Create())).Write("submitted.csv", "student,submitted\nbob,2026-12-03T12:00:00Z\n");
        (await desk.RunAsync(Judge, "report", "in", "--submitted", "submitted.csv")).ShouldBe(0);

        desk.Out.ShouldContain("note: bob lost-update: late by 2 days (due 2026-12-01 23:59 +00:00, came 2026-12-03 12:00 +00:00): 20 % off 10 points");
        desk.Read("report", "scores.csv").ShouldContain("bob,16,20,8,Accepted,8,Accepted");
    }

    [Test]
    public async Task What_changed_since_an_earlier_report_is_told_and_written()
    {
        using var desk = Results();
        desk.Write("old.json", SampleReport.Json(SampleReport.Create() with { Submissions = [.. SampleReport.Create().Submissions.Skip(1)] }));
        (await desk.RunAsync(Judge, "report", "in", "--since", "old.json")).ShouldBe(0);

        desk.Out.ShouldContain("0 rose, 0 fell, 1 new, 0 gone, 2 unchanged\n= alice: new → 9.5\n");
        File.Exists(desk.Path("report", "changes.json")).ShouldBeTrue();
    }

    [TestCase("there is no format 'pdf'; the formats are html, student, csv, ", "--format", "pdf")]
    [TestCase("--format canvas needs --roster <file>", "--format", "canvas")]
    [TestCase("--format gradescope is for one student, but the report has 3", "--format", "gradescope")]
    [TestCase("~/none.csv cannot be read (", "--overrides", "none.csv")]
    [TestCase("~/none.json cannot be read (", "--since", "none.json")]
    public async Task Wrong_use_is_told_and_exits_with_2(string message, params string[] options)
    {
        using var desk = Results();
        (await desk.RunAsync(Judge, ["report", "in", "--out", "out", .. options])).ShouldBe(2);

        desk.Error.ShouldStartWith("grader: " + message);
    }

    [TestCase("there is no format 'pdf'", "--format", "pdf")]
    [TestCase("--format moodle needs --roster <file>", "--format", "moodle")]
    [TestCase("overrides.csv:2: there is no student 'zoe'", "--overrides", "overrides.csv")]
    public async Task What_would_be_wrong_after_grading_is_told_before(string message, params string[] options)
    {
        using var desk = new Desk();
        var judge = FakeJudge.Lenient();
        desk.Write("answer.cs", Desk.Reference).Write("overrides.csv", "student,kata,points,reason\nzoe,lost-update,8,ill\n");
        (await desk.RunAsync(judge, ["grade", "answer.cs", "--kata", "lost-update", .. options])).ShouldBe(2);

        desk.Error.ShouldStartWith("grader: " + message);
        judge.Asked.ShouldBeEmpty();
    }

    private static Desk Results() => new Desk().Write("in/report.json", SampleReport.Json(SampleReport.Create()));
}
