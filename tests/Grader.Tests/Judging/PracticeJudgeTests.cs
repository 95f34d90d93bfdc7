using Grader.Judging;
using Judge;

namespace Grader.Tests.Judging;

public sealed class PracticeJudgeTests
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
    public async Task After_a_rehearsal_it_says_what_a_fresh_judge_says()
    {
        using var judge = new PracticeJudge(TimeProvider.System);
        var fresh = await TinySuite.JudgeAsync(Racy);
        fresh.Criteria.Select(test => test.Verdict).ShouldBe([Verdict.DataRace, Verdict.Accepted], ignoreOrder: true);

        for (var run = 0; run < 3; run++)
        {
            var judgement = await judge.JudgeAsync(TinySuite.Request(Racy), CancellationToken.None);
            judgement.Ending.ShouldBe(Verdict.Accepted, judgement.EndingMessage);
            judgement.Criteria.Select(test => test with { Seconds = 0 }).ShouldBe(fresh.Criteria.Select(test => test with { Seconds = 0 }));
        }
    }

    [Test]
    public async Task Code_that_kills_its_process_is_told_each_time_and_harms_nobody_after_it()
    {
        using var judge = new PracticeJudge(TimeProvider.System);
        const string Deadly = """[Test, Category("a")] public void One() => Environment.FailFast("gone");""";

        (await judge.JudgeAsync(TinySuite.Request(Racy), CancellationToken.None)).Ending.ShouldBe(Verdict.Accepted);
        (await judge.JudgeAsync(TinySuite.Request(Deadly), CancellationToken.None)).Ending.ShouldBe(Verdict.Crash);
        (await judge.JudgeAsync(TinySuite.Request(Racy), CancellationToken.None)).Ending.ShouldBe(Verdict.Accepted);
    }

    [Test]
    public async Task What_is_stopped_leaves_the_next_one_free()
    {
        using var judge = new PracticeJudge(TimeProvider.System);
        using var stopped = new CancellationTokenSource();
        var running = judge.JudgeAsync(TinySuite.Request("""[Test, Category("a")] public void One() => Thread.Sleep(Timeout.Infinite);"""), stopped.Token);
        await stopped.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(running);

        (await judge.JudgeAsync(TinySuite.Request(Racy), CancellationToken.None)).Ending.ShouldBe(Verdict.Accepted);
    }
}
