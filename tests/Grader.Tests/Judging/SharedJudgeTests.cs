using Grader.Judging;
using Grader.Judging.Sandboxes;
using Judge;
using Judge.Protocol;

namespace Grader.Tests.Judging;

/// <summary>What shares a process is told what it is told alone.</summary>
public sealed class SharedJudgeTests
{
    private const string Racy = """
        int balance;
        [Test, Interleaved, Category("race")]
        public void Both_count()
        {
            var one = Task.Run(() => balance += 1);
            var two = Task.Run(() => balance += 2);
            Task.WaitAll(one, two);
            balance.ShouldBe(3);
        }

        static int runs;
        [Test, Category("fresh")]
        public void Statics_are_new() => (++runs).ShouldBe(1);
        """;

    [Test]
    public async Task One_after_another_they_get_what_a_judge_of_their_own_says_from_one_process()
    {
        var launcher = new Counted();
        using var judge = new SharedJudge(launcher, TimeProvider.System);
        var alone = await TinySuite.JudgeAsync(Racy);

        for (var run = 0; run < 3; run++)
        {
            var judgement = await judge.JudgeAsync(TinySuite.Request(Racy), CancellationToken.None);
            judgement.Ending.ShouldBe(Verdict.Accepted, judgement.EndingMessage);
            judgement.Criteria.Select(test => test with { Seconds = 0 }).ShouldBe(alone.Criteria.Select(test => test with { Seconds = 0 }));
        }

        launcher.Launched.ShouldBe(1);
    }

    [Test]
    public async Task What_kills_the_process_is_judged_alone_and_harms_nobody_after_it()
    {
        using var judge = new SharedJudge(new Counted(), TimeProvider.System);
        const string Deadly = """[Test, Category("a")] public void One() => Environment.FailFast("gone");""";

        (await judge.JudgeAsync(TinySuite.Request(Racy), CancellationToken.None)).Ending.ShouldBe(Verdict.Accepted);
        var crashed = await judge.JudgeAsync(TinySuite.Request(Deadly), CancellationToken.None);
        (crashed.Ending, crashed.Of("a").Verdict).ShouldBe((Verdict.Crash, Verdict.Crash));
        (await judge.JudgeAsync(TinySuite.Request(Racy), CancellationToken.None)).Of("race").Verdict.ShouldBe(Verdict.DataRace);
    }

    [Test]
    public async Task Others_have_used_no_time_of_the_next_one()
    {
        using var judge = new SharedJudge(new Counted(), TimeProvider.System);
        const string Long = """[Test, Category("a")] public void One() { var end = Environment.CpuUsage.TotalTime + TimeSpan.FromSeconds(0.4); while (Environment.CpuUsage.TotalTime < end) { } }""";
        var request = TinySuite.Request(Long) with { Limits = TinySuite.Limits with { CpuSeconds = 4 } };

        for (var run = 0; run < 12; run++)
        {
            var judgement = await judge.JudgeAsync(request, CancellationToken.None);
            (judgement.Ending, judgement.Of("a").Verdict).ShouldBe((Verdict.Accepted, Verdict.Accepted), judgement.EndingMessage);
            judgement.CpuSeconds.ShouldBeLessThan(4);
        }
    }

    private sealed class Counted : ILauncher
    {
        private readonly JudgeLauncher inner = new(Sandbox.None);

        public int Launched { get; private set; }

        public JudgeProcess Launch(JudgeRequest request)
        {
            Launched++;
            return inner.Launch(request);
        }
    }
}
