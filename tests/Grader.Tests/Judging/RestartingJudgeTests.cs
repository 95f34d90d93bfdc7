using Grader.Judging;
using Grader.Judging.Sandboxes;
using Grader.Records;
using Judge;
using Judge.Protocol;

namespace Grader.Tests.Judging;

/// <summary>Who ends the process under one criterion is still heard under the others.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
public sealed class RestartingJudgeTests
{
    private static readonly JudgeRequest Request = new() { Suite = "Tiny.Suite", Woven = [] };

    [Test]
    public async Task A_death_costs_the_criterion_that_it_happened_under_alone()
    {
        var judge = new RestartingJudge(new ChildJudge(new JudgeLauncher(Sandbox.None), TimeProvider.System));
        var judgement = await judge.JudgeAsync(
            TinySuite.Request(
                """
                [Test, Order(1), Category("a")] public void One() => 1.ShouldBe(1);
                [Test, Order(2), Category("b")] public void Two() => Deep(0);
                [Test, Order(3), Category("c")] public void Three() => 1.ShouldBe(1);
                [Test, Order(4), Category("d")] public void Four() => Environment.Exit(0);
                [Test, Order(5), Category("e")] public void Five() => 1.ShouldBe(2);
                [Test, Order(6), Category("a")] public void Six() => 1.ShouldBe(1);
                static int Deep(int n) => Deep(n + 1) + 1;
                """),
            CancellationToken.None);

        judgement.Ending.ShouldBe(Verdict.Crash);
        judgement.Criteria.Select(criterion => (criterion.Id, criterion.Verdict)).ShouldBe(
            [
                ("a", Verdict.Accepted), ("b", Verdict.Crash), ("c", Verdict.Accepted), ("d", Verdict.Crash),
                ("e", Verdict.WrongAnswer),
            ],
            ignoreOrder: true);
        judgement.Of("b").Message.ShouldContain("stack overflow");
        judgement.Unreached.ShouldBeEmpty();
    }

    [Test]
    public async Task What_hangs_everywhere_takes_its_whole_time_twice_at_most()
    {
        var inner = new FakeJudge(request => Stopped(Verdict.TimeLimit, request.Criteria ?? ["a", "b", "c", "d"]));

        var judgement = await new RestartingJudge(inner).JudgeAsync(Request, CancellationToken.None);

        inner.Asked.Count.ShouldBe(2);
        judgement.Unreached.ShouldBe(["c", "d"]);
        judgement.Criteria.ShouldAllBe(criterion => criterion.Verdict == Verdict.TimeLimit);
    }

    [TestCase(50, 0)]
    [TestCase(0, 50)]
    public async Task Who_burns_time_and_crashes_has_one_budget_for_all_starts(double cpu, double waited)
    {
        var inner = new FakeJudge(request => Stopped(Verdict.Crash, request.Criteria ?? ["a", "b", "c", "d", "e"]) with { CpuSeconds = cpu, WaitedSeconds = waited });

        var judgement = await new RestartingJudge(inner).JudgeAsync(Request, CancellationToken.None);

        // 90 s of the two of 60: 50 and 40 of them.
        inner.Asked.Select(request => Math.Min(request.Limits.CpuSeconds, request.Limits.WallSeconds)).ShouldBe([60, 40]);
        judgement.Unreached.ShouldBe(["c", "d", "e"]);
        judgement.Criteria.ShouldAllBe(criterion => criterion.Verdict == Verdict.Crash);
    }

    [Test]
    public async Task A_budget_that_others_have_used_of_is_not_begun_anew()
    {
        var inner = new FakeJudge(request => Stopped(Verdict.Crash, request.Criteria ?? ["a", "b", "c"]) with { CpuSeconds = 20 });

        var judgement = await new RestartingJudge(inner).JudgeAsync(
            Request with { Limits = Request.Limits with { CpuSeconds = 30 }, Starts = Request.Limits with { CpuSeconds = 30 } }, CancellationToken.None);

        inner.Asked.Select(request => request.Limits.CpuSeconds).ShouldBe([30, 10]);
        judgement.CpuSeconds.ShouldBe(40);
    }

    [Test]
    public async Task What_crashes_everywhere_is_tried_under_each_criterion()
    {
        var inner = new FakeJudge(request => Stopped(Verdict.Crash, request.Criteria ?? ["a", "b", "c", "d"]));

        var judgement = await new RestartingJudge(inner).JudgeAsync(Request, CancellationToken.None);

        inner.Asked.Select(request => request.Criteria?.Count).ShouldBe([null, 3, 2, 1]);
        judgement.Unreached.ShouldBeEmpty();
        judgement.Criteria.Select(criterion => criterion.Message).ShouldAllBe(message => message == "here");
    }

    [Test]
    public async Task A_judge_that_comes_no_further_is_not_asked_for_ever()
    {
        var inner = new FakeJudge(request => new Judgement(Verdict.Crash, "", []) { Unreached = ["a", "b"] });

        await new RestartingJudge(inner).JudgeAsync(Request, CancellationToken.None);

        inner.Asked.Count.ShouldBe(2);
    }

    [Test]
    public async Task What_finished_is_asked_once()
    {
        var inner = FakeJudge.Lenient();

        await new RestartingJudge(inner).JudgeAsync(Request, CancellationToken.None);

        inner.Asked.ShouldHaveSingleItem();
    }

    /// <summary>The first criterion ran when it ended, the others were not reached.</summary>
    private static Judgement Stopped(Verdict verdict, IReadOnlyList<string> criteria) => new(
        verdict, "here", [.. criteria.Select((id, i) => new CriterionJudgement(id, verdict, i == 0 ? "here" : "Not tried"))])
    {
        Unreached = [.. criteria.Skip(1)],
    };
}
