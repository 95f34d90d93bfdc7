using Grader.Judging;
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
        var launcher = new CountedLauncher();
        using var judge = new SharedJudge(launcher, TimeProvider.System, 1);
        var alone = await TinySuite.JudgeAsync(Racy);

        for (var run = 0; run < 3; run++)
        {
            var judgement = await judge.JudgeAsync(Of("a", Racy), CancellationToken.None);
            judgement.Ending.ShouldBe(Verdict.Accepted, judgement.EndingMessage);
            judgement.Criteria.Select(test => test with { Seconds = 0 }).ShouldBe(alone.Criteria.Select(test => test with { Seconds = 0 }));
        }

        launcher.Launched.ShouldBe(1);
    }

    [Test]
    public async Task What_kills_the_process_is_judged_alone_and_harms_nobody_after_it()
    {
        using var judge = new SharedJudge(new CountedLauncher(), TimeProvider.System, 1);
        const string Deadly = """[Test, Category("a")] public void One() => Environment.FailFast("gone");""";

        (await judge.JudgeAsync(Of("a", Racy), CancellationToken.None)).Ending.ShouldBe(Verdict.Accepted);
        var crashed = await judge.JudgeAsync(Of("a", Deadly), CancellationToken.None);
        (crashed.Ending, crashed.Of("a").Verdict).ShouldBe((Verdict.Crash, Verdict.Crash));
        (await judge.JudgeAsync(Of("a", Racy), CancellationToken.None)).Of("race").Verdict.ShouldBe(Verdict.DataRace);
    }

    [Test]
    public async Task Others_have_used_no_time_of_the_next_one()
    {
        using var judge = new SharedJudge(new CountedLauncher(), TimeProvider.System, 1);
        const string Long = """[Test, Category("a")] public void One() { var end = Environment.CpuUsage.TotalTime + TimeSpan.FromSeconds(0.4); while (Environment.CpuUsage.TotalTime < end) { } }""";
        var request = Of("a", Long) with { Limits = TinySuite.Limits with { CpuSeconds = 4 } };

        for (var run = 0; run < 12; run++)
        {
            var judgement = await judge.JudgeAsync(request, CancellationToken.None);
            (judgement.Ending, judgement.Of("a").Verdict).ShouldBe((Verdict.Accepted, Verdict.Accepted), judgement.EndingMessage);
            judgement.CpuSeconds.ShouldBeLessThan(4);
        }
    }

    [Test]
    public async Task Two_owners_never_share_a_process()
    {
        var launcher = new CountedLauncher();
        using var judge = new SharedJudge(launcher, TimeProvider.System, 2);

        foreach (var owner in (string[])["a", "b", "a"])
            (await judge.JudgeAsync(Of(owner, Racy), CancellationToken.None)).Ending.ShouldBe(Verdict.Accepted);
        launcher.Launched.ShouldBe(2);
        _ = await judge.JudgeAsync(TinySuite.Request(Racy), CancellationToken.None);
        launcher.Launched.ShouldBe(3, "who is nobody's is judged alone");
    }

    [TestCase("new Thread(() => Thread.Sleep(Timeout.Infinite)) { IsBackground = true }.Start();")]
    [TestCase("Kept = new Timer(static _ => { }, null, 100_000, 100_000);")]
    [TestCase("ThreadPool.UnsafeQueueUserWorkItem(static _ => Thread.Sleep(Timeout.Infinite), null);")]
    [TestCase("ThreadPool.SetMinThreads(50, 50);")]
    [TestCase("Environment.SetEnvironmentVariable(\"INTERLEAVING_SCHEDULES\", \"1\");")]
    [TestCase("Environment.CurrentDirectory = \"/tmp\";")]
    [TestCase("try { Kept = new byte[400 << 20]; } catch (OutOfMemoryException) { }")]
    public async Task After_what_leaves_something_behind_comes_a_new_process(string code)
    {
        var launcher = new CountedLauncher();
        using var judge = new SharedJudge(launcher, TimeProvider.System, 1);
        var spoils = "static object Kept; [Test, Category(\"a\")] public void One() { " + code + " }";

        (await judge.JudgeAsync(Of("a", spoils), CancellationToken.None)).Of("a").Verdict.ShouldBe(Verdict.Accepted);
        (await judge.JudgeAsync(Of("a", Racy), CancellationToken.None)).Of("race").Verdict.ShouldBe(Verdict.DataRace);
        launcher.Launched.ShouldBe(2);
    }

    /// <summary>A module initialiser runs in each execution, also where nothing of its module is used.</summary>
    [Test]
    public async Task Code_of_one_kata_runs_in_no_execution_of_the_next()
    {
        const string Initialiser = """
            static int begun; [System.Runtime.CompilerServices.ModuleInitializer] public static void Begin() => begun++;
            [Test, Interleaved, Category("a")] public void One() { }
            """;
        var launcher = new CountedLauncher();
        using var judge = new SharedJudge(launcher, TimeProvider.System, 1);
        var alone = await TinySuite.JudgeAsync(Racy);

        (await judge.JudgeAsync(Of("a", Initialiser), CancellationToken.None)).Plain.ShouldBeTrue();
        var after = await judge.JudgeAsync(Of("a", Racy), CancellationToken.None);
        after.Criteria.Select(test => test with { Seconds = 0 }).ShouldBe(alone.Criteria.Select(test => test with { Seconds = 0 }));
        launcher.Launched.ShouldBe(1);
    }

    /// <summary>Nothing that a judge says after others is believed but what it would say at first.</summary>
    [TestCase("[Test, Category(\"a\")] public void One() => Environment.Exit(0);", nameof(Verdict.Crash))]
    [TestCase("[Test, Category(\"a\")] public void One() => throw new OutOfMemoryException();", nameof(Verdict.MemoryLimit))]
    public async Task What_is_not_plain_is_said_by_a_new_process_and_is_its_last_word(string code, string verdict)
    {
        var launcher = new CountedLauncher();
        using var judge = new SharedJudge(launcher, TimeProvider.System, 1);

        (await judge.JudgeAsync(Of("a", Racy), CancellationToken.None)).Plain.ShouldBeTrue();
        (await judge.JudgeAsync(Of("a", code), CancellationToken.None)).Of("a").Verdict.ToString().ShouldBe(verdict);
        launcher.Launched.ShouldBe(2);
        (await judge.JudgeAsync(Of("a", Racy), CancellationToken.None)).Plain.ShouldBeTrue();
        launcher.Launched.ShouldBe(3);
    }

    [Test]
    public void All_starts_together_have_twice_the_limits_of_one()
    {
        var single = new JudgeLimits();
        var attempt = TimeBudget.OfAttempt(single);
        var starts = TimeBudget.Of(single);
        (attempt.CpuSeconds + starts.CpuSeconds).ShouldBe(2 * single.CpuSeconds);
        (attempt.WallSeconds + starts.WaitedSeconds).ShouldBe(2 * single.WallSeconds);
    }

    private static JudgeRequest Of(string owner, string tests) => TinySuite.Request(tests) with { Owner = owner };
}
