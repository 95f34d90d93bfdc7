using System.CommandLine.Parsing;
using Grader.Judging;
using Grader.Records;
using Interleaving;
using Judge;

namespace Grader.Tests.Commands;

public sealed class ReplayCommandTests
{
    private static readonly Judgement Replayed = new(Verdict.Accepted, "",
        [new CriterionJudgement("no-lost-update", Verdict.DataRace, "Two wrote.") { Story = new Story(["A"], [new StoryStep(0, null, 0, StoryStepKind.Read, "reads x", TimeSpan.Zero)]) }]);

    [Test]
    public async Task The_schedule_reaches_the_judge_and_the_table_comes_back()
    {
        using var desk = new Desk();
        var judge = new FakeJudge(_ => Replayed);
        desk.Write("answer.cs", Desk.Reference);
        (await desk.RunAsync(judge, "replay", "answer.cs", "--kata", "lost-update", "--schedule", "1/1@2:2")).ShouldBe(0);
        judge.Asked.ShouldHaveSingleItem().Schedule.ShouldBe("1/1@2:2");
        desk.Out.ShouldBe("no-lost-update: DataRace\nTwo wrote.\n\n    A\n    ───────\n    reads x\n");
    }

    [Test]
    public async Task What_explain_says_to_type_replays_with_the_same_seed()
    {
        using var desk = new Desk();
        desk.Write("my answer.cs", Desk.Reference);
        var failing = new CriterionJudgement("no-lost-update", Verdict.DataRace, "Two wrote.") { Schedule = "1/1@2:2" };
        await desk.RunAsync(
            new FakeJudge(_ => new Judgement(Verdict.Accepted, "", [failing])), "explain", "my answer.cs", "--kata", "lost-update", "--seed", "41");
        const string Marker = "replay it: grader ";
        var typed = desk.Out[(desk.Out.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length)..].Split('\n')[0];
        var judge = new FakeJudge(_ => Replayed);
        (await desk.RunAsync(judge, [.. CommandLineParser.SplitCommandLine(typed)])).ShouldBe(0);
        var asked = judge.Asked.ShouldHaveSingleItem();
        asked.Schedule.ShouldBe("1/1@2:2");
        asked.Exploration.Seed.ShouldBe(41);
    }

    [TestCase("@alice", "@alice")]
    [TestCase("-b o'b", "-b o'b")]
    public async Task What_the_page_says_to_type_works_when_the_hand_in_is_gone(string student, string named)
    {
        using var desk = new Desk();
        desk.Write($"class/{student}/lost-update/LostUpdate.cs", Desk.Reference).Write("class/carol/lost-update/LostUpdate.cs", "class Carol;");
        (await desk.RunAsync(FakeJudge.Lenient(), "grade", "class")).ShouldBe(0, desk.Error);
        Directory.Delete(desk.Path("class"), recursive: true);

        var judge = new FakeJudge(_ => Replayed);
        (await desk.RunAsync(judge, "replay", desk.Path("report", "report.json"), $"--student={named}", "--kata", "lost-update", "--schedule", "1/1@2:2", "--seed", "7"))
            .ShouldBe(0, desk.Error);
        judge.Asked.ShouldHaveSingleItem().Exploration.Seed.ShouldBe(7);
        desk.Out.ShouldStartWith("no-lost-update: DataRace\n");
    }

    [TestCase("grader: report/report.json has 2 students; say whose work: --student <name>\n")]
    [TestCase("grader: there is no student 'Bob' in report/report.json; did you mean bob?\n", "--student", "Bob")]
    [TestCase("grader: report/report.json has no LostUpdate.cs of carol: it was not handed in, or cannot be read\n", "--student", "carol")]
    public async Task Whose_work_of_a_report_is_said(string message, params string[] options)
    {
        using var desk = new Desk();
        desk.Write("class/bob/lost-update/LostUpdate.cs", Desk.Reference).Write("class/carol/notes.txt", "sorry");
        (await desk.RunAsync(FakeJudge.Lenient(), "grade", "class")).ShouldBe(0, desk.Error);
        (await desk.RunAsync(FakeJudge.Lenient(), ["replay", "report/report.json", "--kata", "lost-update", "--schedule", "1", .. options])).ShouldBe(2);
        desk.Error.ShouldBe(message);
    }

    [Test]
    public async Task A_schedule_of_another_program_is_wrong_use()
    {
        using var desk = new Desk();
        desk.Write("answer.cs", Desk.Reference);
        var judge = new FakeJudge(_ => new Judgement(Verdict.JudgeError, "System.FormatException: no such test\n   at Judge.Main()", []) { EndingReason = "no such test" });
        (await desk.RunAsync(judge, "replay", "answer.cs", "--kata", "lost-update", "--schedule", "9/x")).ShouldBe(2);
        desk.Error.ShouldBe("grader: the schedule 9/x cannot be replayed: no such test\n");
    }

    [Test]
    public async Task A_class_cannot_be_replayed()
    {
        using var desk = new Desk();
        desk.Write("class/a/lost-update/LostUpdate.cs", Desk.Reference).Write("class/b/lost-update/LostUpdate.cs", Desk.Reference);
        (await desk.RunAsync(FakeJudge.Lenient(), "replay", "class", "--kata", "lost-update", "--schedule", "1")).ShouldBe(2);
        desk.Error.ShouldBe("grader: class has 2 students; give one student's file or folder\n");
    }
}
