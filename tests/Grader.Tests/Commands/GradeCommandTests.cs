using System.Text.Json;
using System.Text.RegularExpressions;
using Grader.Judging;
using Grader.Judging.Sandboxes;
using Interleaving;
using Judge;
using Judge.Protocol;

namespace Grader.Tests.Commands;

public sealed partial class GradeCommandTests
{
    private static readonly Judgement Race = FakeJudge.Saying(Verdict.DataRace, "Two deposits wrote balance.") with
    {
        Criteria =
        [
            FakeJudge.Saying(Verdict.DataRace, "Two deposits wrote balance.").Criteria[0] with
            {
                Location = new SourceLocation("LostUpdate.cs", 28),
                Schedule = "1/1@2:2",
                Story = new Story(["Task.Run #1", "Task.Run #2"],
                [
                    new StoryStep(0, "LostUpdate.cs", 28, StoryStepKind.Read, "reads balance → 0", TimeSpan.Zero),
                    new StoryStep(1, "LostUpdate.cs", 29, StoryStepKind.Write, "writes balance ← 50", TimeSpan.FromSeconds(1.5), Switched: true),
                    new StoryStep(-1, null, 0, StoryStepKind.Abridged, "… 5 more times …", TimeSpan.FromSeconds(1.5)),
                    new StoryStep(0, null, 0, StoryStepKind.Fail, "balance should be 150 but was 50", TimeSpan.FromSeconds(2), Fails: true),
                ]),
            },
            .. FakeJudge.Saying(Verdict.Accepted).Criteria.Skip(1),
        ],
    };

    [Test]
    public async Task The_report_is_as_approved()
    {
        using var desk = Class();
        (await desk.RunAsync(new FakeJudge(_ => Race), "grade", "class", "--jobs", "1")).ShouldBe(0);
        Normal(desk.Read("report", "report.json")).ShouldBeApproved("report.json");
        desk.Out.ShouldBeApproved("grade.txt");
        desk.Read("report", "report.html").ShouldStartWith("<!doctype html>");
        desk.Read("report", "scores.csv").ShouldContain("alice,6,10");
    }

    [Test]
    public async Task The_same_class_gives_the_same_bytes_however_many_jobs()
    {
        using var desk = Class();
        await desk.RunAsync(new FakeJudge(_ => Race), "grade", "class", "--jobs", "1", "--out", "one");
        await desk.RunAsync(new FakeJudge(_ => Race), "grade", "class", "--jobs", "8", "--out", "two");
        desk.Read("two", "report.json").ShouldBe(desk.Read("one", "report.json"));
    }

    [Test]
    public async Task A_kata_folder_is_one_student_of_that_name()
    {
        using var desk = new Desk();
        desk.Write("lost-update/LostUpdate.cs", Desk.Reference);
        (await desk.RunAsync(FakeJudge.Lenient(), "grade", "lost-update")).ShouldBe(0);
        Ids(desk).ShouldBe(["lost-update"]);
    }

    [Test]
    public async Task Seed_and_schedules_reach_the_judge_and_the_report()
    {
        using var desk = Class();
        var judge = FakeJudge.Lenient();
        await desk.RunAsync(judge, "grade", "class", "--seed", "7", "--schedules", "33");
        judge.Asked.ShouldAllBe(request => request.Exploration == new ExplorationBudget(33, 7));
        Report(desk).GetProperty("grader").GetProperty("seed").GetInt32().ShouldBe(7);
    }

    [Test]
    public async Task The_parts_of_a_class_are_the_class()
    {
        using var desk = Class();
        await desk.RunAsync(FakeJudge.Lenient(), "grade", "class", "--shard", "1/2");
        var first = Ids(desk);
        await desk.RunAsync(FakeJudge.Lenient(), "grade", "class", "--shard", "2/2");
        first.Concat(Ids(desk)).Order().ShouldBe(["alice", "bob", "carol"]);
    }

    [Test]
    public async Task A_run_that_is_resumed_judges_only_what_has_changed()
    {
        using var desk = Class();
        await desk.RunAsync(new FakeJudge(_ => Race), "grade", "class");
        var before = desk.Read("report", "report.json");
        var judge = new FakeJudge(_ => Race);
        await desk.RunAsync(judge, "grade", "class", "--resume");
        judge.Asked.ShouldBeEmpty();
        desk.Read("report", "report.json").ShouldBe(before);

        desk.Write("class/alice/lost-update/LostUpdate.cs", Desk.Reference + "// changed");
        await desk.RunAsync(judge, "grade", "class", "--resume");
        judge.Asked.ShouldHaveSingleItem();
    }

    /// <summary>A judge that was killed with the run has crashed, as far as anybody can see.</summary>
    [Test]
    public async Task A_crash_is_judged_again_when_a_run_is_resumed()
    {
        using var desk = Class();
        await desk.RunAsync(new FakeJudge(_ => FakeJudge.Saying(Verdict.Crash, "The process ended.")), "grade", "class");
        var judge = FakeJudge.Lenient();
        await desk.RunAsync(judge, "grade", "class", "--resume");
        judge.Asked.Count.ShouldBe(2);
    }

    [Test]
    public async Task Another_seed_is_not_resumed()
    {
        using var desk = Class();
        await desk.RunAsync(FakeJudge.Lenient(), "grade", "class");
        var judge = FakeJudge.Lenient();
        await desk.RunAsync(judge, "grade", "class", "--resume", "--seed", "2");
        judge.Asked.Count.ShouldBe(2);
    }

    [TestCase("6", 0)]
    [TestCase("6.5", 1)]
    public async Task A_student_below_the_least_score_gives_status_1(string least, int status)
    {
        using var desk = new Desk();
        desk.Write("answer.cs", Desk.Reference);
        (await desk.RunAsync(new FakeJudge(_ => Race), "grade", "answer.cs", "--kata", "lost-update", "--min-score", least)).ShouldBe(status);
    }

    [Test]
    public async Task A_fault_of_ours_gives_status_2_and_costs_no_points()
    {
        using var desk = new Desk();
        var judge = new FakeJudge(_ => new Judgement(Verdict.JudgeError, "The judge lost its pipe.", []));
        desk.Write("answer.cs", Desk.Reference);
        (await desk.RunAsync(judge, "grade", "answer.cs", "--kata", "lost-update")).ShouldBe(2);
        desk.Out.ShouldContain("10/10   10 JudgeError");
        judge.Asked.Count.ShouldBe(2, "a fault of ours is worth a second try");
    }

    [Test]
    public async Task A_bug_of_ours_stops_nobody_elses_grading()
    {
        using var desk = Class();
        var calls = 0;
        var judge = new FakeJudge(_ => calls++ == 0 ? throw new InvalidOperationException("oops") : Race);
        (await desk.RunAsync(judge, "grade", "class", "--jobs", "1")).ShouldBe(2);
        desk.Out.ShouldContain("alice    10/10   10 JudgeError");
        desk.Out.ShouldContain("bob      6/10    6 DataRace");
    }

    [Test]
    public async Task Without_a_sandbox_it_refuses_and_names_the_ways_out()
    {
        using var desk = Class();
        var judge = FakeJudge.Lenient();
        (await desk.RunAsync(new FixedJudges(judge, SandboxKind.None), "grade", "class")).ShouldBe(2);
        desk.Error.ShouldContain("apt install bubblewrap");
        desk.Error.ShouldContain("--unsafe");
        (await desk.RunAsync(judge, "grade", "class", "--sandbox", "none")).ShouldBe(2);
        judge.Asked.ShouldBeEmpty();
        Directory.Exists(desk.Path("report")).ShouldBeFalse();
    }

    [Test]
    public async Task What_was_graded_without_a_sandbox_says_so()
    {
        using var desk = Class();
        (await desk.RunAsync(new FixedJudges(FakeJudge.Lenient(), SandboxKind.None), "grade", "class", "--unsafe")).ShouldBe(0);
        desk.Out.ShouldStartWith("note: there is no sandbox around submissions");
        Report(desk).GetProperty("machine").GetProperty("sandbox").GetString().ShouldBe("none (process limits only): practice, not an official grade");
    }

    [Test]
    public async Task A_hostile_name_and_message_reach_the_terminal_as_text()
    {
        using var desk = new Desk();
        desk.Write("answer.cs", Desk.Reference);
        await desk.RunAsync(
            new FakeJudge(_ => FakeJudge.Saying(Verdict.WrongAnswer, "\u001b[2Jgone \u202etxet")), "explain", "answer.cs", "--kata", "lost-update");
        desk.Out.ShouldContain("\\u001b[2Jgone \\u202etxet");
    }

    private static Desk Class() => new Desk()
        .Write("class/alice/lost-update/LostUpdate.cs", Desk.Reference)
        .Write("class/bob/katas/lost-update/LostUpdate.cs", Desk.Reference)
        .Write("class/carol/lost-update/LostUpdate.cs", "namespace ConcurrencyKatas.LostUpdate;\n\nclass Account {\n    int x = y;\n}\n");

    private static JsonElement Report(Desk desk) => JsonDocument.Parse(desk.Read("report", "report.json")).RootElement;

    private static List<string> Ids(Desk desk) =>
        [.. Report(desk).GetProperty("submissions").EnumerateArray().Select(student => student.GetProperty("id").GetString()!)];

    /// <summary>What depends on the machine and the suites' builds.</summary>
    private static string Normal(string json)
    {
        json = Suites().Replace(json, "\"suites\": \"…\"");
        return MachineLines().Replace(json, "\"machine\": { … }");
    }

    [GeneratedRegex("\"suites\": \"[0-9a-f]{64}\"")]
    private static partial Regex Suites();

    [GeneratedRegex("\"machine\": \\{[^}]*\\}")]
    private static partial Regex MachineLines();
}
