using Grader.Judging;
using Grader.Records;
using Interleaving;
using Judge;
using Judge.Protocol;

namespace Grader.Tests.Watching;

public sealed class WatchCommandTests
{
    private const string Tests = """
        using Interleaving.NUnit;
        namespace ConcurrencyKatas.LostUpdate;
        public sealed class LostUpdateTests
        {
            [Test, Interleaved]
            public void A_new_account_has_what_it_was_opened_with() => new Account(5).Balance.ShouldBe(5);
        }
        """;

    [Test]
    public async Task Sources_and_visible_tests_are_run_as_one_project_and_by_name()
    {
        using var desk = Kata();
        var judge = new FakeJudge(_ => Saying(new CriterionJudgement("A_new_account_has_what_it_was_opened_with", Verdict.Accepted, "") { Schedules = 1 }));
        (await desk.RunAsync(judge, "watch", "lost-update", "--once")).ShouldBe(0);
        var asked = judge.Asked.ShouldHaveSingleItem();
        (asked.Suite, asked.Visible, asked.Woven.Count).ShouldBe(("LostUpdate", true, 1));
        asked.Exploration.ShouldBe(new ExplorationBudget(200, 1));
        desk.Out.ShouldContain("✓ A new account has what it was opened with");
        desk.Out.ShouldContain("All visible tests pass.");
    }

    [Test]
    public async Task The_first_failure_is_shown_with_its_interleaving()
    {
        using var desk = Kata();
        var broken = new CriterionJudgement("Both_count", Verdict.DataRace, "Two wrote at once.")
        {
            Location = new SourceLocation("LostUpdate.cs", 14),
            Story = new Story(["A", "B"],
            [
                new StoryStep(1, null, 0, StoryStepKind.Read, "[reads]", TimeSpan.Zero, Switched: true),
                new StoryStep(0, null, 0, StoryStepKind.Fail, "x", TimeSpan.Zero, Fails: true),
            ]),
            Schedules = 2,
        };
        await desk.RunAsync(new FakeJudge(_ => Saying(broken)), "watch", "lost-update", "--once");
        desk.Out.ShouldContain("✗ Both count  DataRace");
        desk.Out.ShouldContain("LostUpdate.cs:14: Two wrote at once.\n\n    A  B\n    ─  ───────\n»      [reads]\n✗   x\n");
    }

    [Test]
    public async Task What_does_not_compile_is_said_with_its_line()
    {
        using var desk = Kata();
        desk.Write("lost-update/LostUpdate.cs", "namespace ConcurrencyKatas.LostUpdate;\n\nclass Account {\n    int x = y;\n}\n");
        (await desk.RunAsync(FakeJudge.Lenient(), "watch", "lost-update", "--once")).ShouldBe(0);
        desk.Out.ShouldContain("✗ LostUpdate.cs:4: ");
    }

    [Test]
    public async Task A_judge_that_ended_early_is_told()
    {
        using var desk = Kata();
        await desk.RunAsync(new FakeJudge(_ => new Judgement(Verdict.Crash, "It ended without a word.", [])), "watch", "lost-update", "--once");
        desk.Out.ShouldContain("✗ Crash: It ended without a word.");
    }

    [TestCase("nowhere", "grader: there is no folder nowhere; give a kata's, for example katas/lost-update\n")]
    [TestCase(".", "grader: . is no kata's folder: it should have one project file, as katas/lost-update has\n")]
    public async Task What_is_no_kata_is_refused(string folder, string mend)
    {
        using var desk = Kata();
        (await desk.RunAsync(FakeJudge.Lenient(), "watch", folder, "--once")).ShouldBe(2);
        desk.Error.ShouldBe(mend);
    }

    private static Desk Kata() => new Desk()
        .Write("lost-update/LostUpdate.csproj", "<Project />")
        .Write("lost-update/LostUpdate.cs", Desk.Reference)
        .Write("lost-update/LostUpdateTests.cs", Tests);

    private static Judgement Saying(CriterionJudgement test) => new(Verdict.Accepted, "", [test]);
}
