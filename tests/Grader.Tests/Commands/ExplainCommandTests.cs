using System.Text.Json.Nodes;
using Grader.Judging.Sandboxes;
using Judge;

namespace Grader.Tests.Commands;

/// <summary><c>explain --profile</c>.</summary>
public sealed class ExplainCommandTests
{
    /// <summary>The repository's own katas, so that parallel-sum is there with its suite.</summary>
    private static readonly string Grading = Repository.Read("grading.json");

    [Test]
    public async Task A_profile_shows_where_the_submission_spends_its_time()
    {
        using var desk = new Desk(Grading);
        desk.Write("ParallelSum.cs", Repository.Read("solutions", "parallel-sum", "ParallelSum.cs"));
        var status = await desk.RunAsync(
            new SandboxedJudges(TimeProvider.System), "explain", "ParallelSum.cs", "--kata", "parallel-sum", "--profile", "--out", "told");

        status.ShouldBe(0, desk.Out + desk.Error);
        desk.Out.ShouldContain("report: ~/told/report.html");
        desk.Out.ShouldContain("profile: ~/told/profile.speedscope.json (open it at https://www.speedscope.app)");
        var samples = JsonNode.Parse(desk.Read("told", "report.json"))!["submissions"]![0]!["katas"]![0]!["samples"]!.AsArray();
        var stacks = samples.Select(sample => string.Join(" > ", sample!["stack"]!.AsArray())).ToList();
        stacks.ShouldContain(stack => stack.Contains("lambda in Summation.Sum", StringComparison.Ordinal));
        var speedscope = JsonNode.Parse(desk.Read("told", "profile.speedscope.json"))!;
        var frames = speedscope["shared"]!["frames"]!.AsArray().Select(frame => (string)frame!["name"]!).ToList();
        frames.ShouldContain("lambda in Summation.Sum");
        frames.ShouldNotContain(frame => frame.Contains("Terms", StringComparison.Ordinal) || frame.Contains("Trials", StringComparison.Ordinal));
        speedscope["profiles"]!.AsArray().Sum(thread => (int)thread!["endValue"]!).ShouldBe(samples.Sum(sample => (int)sample!["work"]!));
    }

    [Test]
    public async Task A_kata_that_is_not_timed_has_no_profile()
    {
        using var desk = new Desk(Grading);
        desk.Write("LostUpdate.cs", Desk.Reference);
        (await desk.RunAsync(FakeJudge.Lenient(), "explain", "LostUpdate.cs", "--kata", "lost-update", "--profile")).ShouldBe(2);
        desk.Error.ShouldBe("grader: the kata lost-update has no timed run, so there is nothing to profile; those that have one: parallel-sum\n");
        Directory.Exists(desk.Path("profile")).ShouldBeFalse();
    }

    [Test]
    public async Task A_trace_that_cannot_be_read_is_said_to_be_none()
    {
        using var desk = new Desk(Grading);
        desk.Write("ParallelSum.cs", Repository.Read("solutions", "parallel-sum", "ParallelSum.cs"));
        var judges = new FixedJudges(FakeJudge.Lenient()) { Trace = [1, 2, 3] };
        (await desk.RunAsync(judges, "explain", "ParallelSum.cs", "--kata", "parallel-sum", "--profile")).ShouldBe(2);
        desk.Error.ShouldStartWith("grader: there is no profile: The trace cannot be read: ");
    }

    [Test]
    public async Task What_does_not_compile_has_no_profile()
    {
        using var desk = new Desk(Grading);
        desk.Write("ParallelSum.cs", "class");
        (await desk.RunAsync(FakeJudge.Lenient(), "explain", "ParallelSum.cs", "--kata", "parallel-sum", "--profile")).ShouldBe(2);
        desk.Out.ShouldContain(nameof(Verdict.CompileError));
        desk.Error.ShouldBe("grader: there is no profile: the submission does not come to run\n");
    }

    [TestCase("--out is where --profile writes; give both or none", "--out", "there")]
    [TestCase("class has 2 students; --profile is for one student's file or folder", "--profile")]
    public async Task Wrong_use_is_said(string message, params string[] options)
    {
        using var desk = new Desk(Grading);
        desk.Write("class/a/parallel-sum/ParallelSum.cs", "").Write("class/b/parallel-sum/ParallelSum.cs", "");
        (await desk.RunAsync(FakeJudge.Lenient(), ["explain", "class", "--kata", "parallel-sum", .. options])).ShouldBe(2);
        desk.Error.ShouldBe($"grader: {message}\n");
    }
}
