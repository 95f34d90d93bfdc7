using Judge;
using Judge.Protocol;

namespace Grader.Tests.Judging;

/// <summary>Interleaved tests of a hidden suite, explored in the child process.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
public sealed class ExplorationTests
{
    private const string Unlocked =
        """
        int total;
        void Add() { var old = total; total = old + 1; }

        [Test, Interleaved(DataRaces = false), Category("a")]
        public async Task Both_count()
        {
            await Task.WhenAll(Task.Run(Add), Task.Run(Add));
            total.ShouldBe(2);
        }
        """;

    [Test]
    public async Task A_lost_update_is_found_and_shown()
    {
        var criterion = (await TinySuite.JudgeAsync(Unlocked)).Of("a");

        criterion.Verdict.ShouldBe(Verdict.WrongAnswer, criterion.Message);
        criterion.Schedule.ShouldStartWith("0/");
        criterion.Interleaving.ShouldContain("total");
        criterion.Schedules.ShouldBeGreaterThan(0);
    }

    [Test]
    public async Task A_schedule_of_the_report_shows_the_same_interleaving_again()
    {
        var request = TinySuite.Request(Unlocked);
        var found = (await TinySuite.JudgeAsync(request)).Of("a");
        var again = (await TinySuite.JudgeAsync(request with { Schedule = found.Schedule })).Of("a");

        again.Schedule.ShouldBe(found.Schedule);
        again.Interleaving.ShouldBe(found.Interleaving);
        again.Message.ShouldBe(found.Message);
        again.Location.ShouldBe(found.Location);
    }

    [Test]
    public async Task A_schedule_of_another_version_says_so_where_nothing_fails()
    {
        var mended = TinySuite.Request(Unlocked.Replace("Task.Run(Add), Task.Run(Add)", "Task.CompletedTask", StringComparison.Ordinal)
            .Replace("ShouldBe(2)", "ShouldBe(0)", StringComparison.Ordinal));
        var replayed = (await TinySuite.JudgeAsync(mended with { Schedule = "0/1@3:2,2@4:1" })).Of("a");

        replayed.Verdict.ShouldBe(Verdict.Accepted);
        replayed.Message.ShouldBe("the schedule 1@3:2,2@4:1 is not of this version of the program: 2 of its choices never came up");
        (await TinySuite.JudgeAsync(mended with { Schedule = "0/-" })).Of("a").Message.ShouldBeEmpty();
    }

    [Test]
    public async Task What_is_no_schedule_is_refused_in_one_line()
    {
        var judgement = await TinySuite.JudgeAsync(TinySuite.Request(Unlocked) with { Schedule = "nonsense" });

        judgement.Ending.ShouldBe(Verdict.JudgeError);
        judgement.EndingMessage.ShouldStartWith("System.FormatException: ");
        judgement.EndingReason.ShouldBe("'nonsense' is no schedule of a report: copy it whole, for example 3/1@2:0.");
    }

    [Test]
    public async Task The_same_seed_gives_the_same_judgement()
    {
        var request = TinySuite.Request(Unlocked);
        var first = (await TinySuite.JudgeAsync(request)).Of("a");
        var second = (await TinySuite.JudgeAsync(request)).Of("a");

        (second with { Seconds = first.Seconds }).ShouldBe(first);
    }

    [TestCase("var a = new object(); var b = new object(); "
        + "var t = Task.Run(() => { lock (b) { lock (a) { } } }); lock (a) { lock (b) { } } await t;", nameof(Verdict.Deadlock))]
    [TestCase("var x = 0; var t = Task.Run(() => x = 1); x = 2; await t;", nameof(Verdict.DataRace))]
    [TestCase("await Task.Yield(); throw new InvalidOperationException();", nameof(Verdict.WrongAnswer))]
    [TestCase("var go = false; await Task.Yield(); while (!Volatile.Read(ref go)) { Thread.Yield(); }", nameof(Verdict.Livelock))]
    [TestCase("new Thread(() => throw new InvalidOperationException()).Start(); await Task.Delay(100_000);", nameof(Verdict.Crash))]
    [TestCase("await Task.Delay(1_000_000_000);", nameof(Verdict.Accepted))]
    public async Task What_the_explorer_finds_has_its_own_verdict(string body, string verdict)
    {
        var judgement = await TinySuite.JudgeAsync(
            $$"""[Test, Interleaved(MaxSteps = 5000), Category("a")] public async Task One() { {{body}} }""");

        judgement.Of("a").Verdict.ToString().ShouldBe(verdict, judgement.Of("a").Message);
    }

    [Test]
    public async Task A_passing_exploration_tells_how_many_schedules_it_tried()
    {
        var request = TinySuite.Request(
            """
            [Test, Interleaved, Category("a")]
            public async Task One() => await Task.WhenAll(Task.Run(() => Thread.Yield()), Task.Run(() => Thread.Yield()));
            """);
        var criterion = (await TinySuite.JudgeAsync(request with { Exploration = new ExplorationBudget(17, 1) })).Of("a");

        criterion.Verdict.ShouldBe(Verdict.Accepted, criterion.Message);
        criterion.Schedules.ShouldBeInRange(2, 17);
    }

    [TestCase("n != 2", nameof(Verdict.Inconclusive), Description = "once may be an accident")]
    [TestCase("n % 2 == 0", nameof(Verdict.WrongAnswer), Description = "again and again is none")]
    [TestCase("n > 2", nameof(Verdict.WrongAnswer), Description = "nor is what stops when it is looked at")]
    public async Task Whoever_is_unpredictable_is_not_let_off(string holds, string verdict)
    {
        var judgement = await TinySuite.JudgeAsync(
            $$"""
            [Test, Interleaved(Schedules = 10), Category("a")]
            public async Task One()
            {
                await Task.WhenAll(Task.Run(() => Thread.Yield()), Task.Run(() => Thread.Yield()));
                var n = 1;
                while (string.IsInterned("execution" + n) is not null) n++;
                string.Intern("execution" + n);
                ({{holds}}).ShouldBeTrue();
            }
            """);

        judgement.Of("a").Verdict.ToString().ShouldBe(verdict, judgement.Of("a").Message);
    }

    [TestCase("")]
    [TestCase(", Interleaved")]
    public async Task Work_and_span_of_a_test_are_reported(string attribute)
    {
        var judgement = await TinySuite.JudgeAsync(
            $$"""
            [Test{{attribute}}, Category("a")]
            public void One() => Cores.Run(2, () =>
            {
                var other = new Thread(Work);
                other.Start();
                Work();
                other.Join();
            });
            static void Work() { for (var i = 0; i < 1000; i++) { } }
            """);

        judgement.Of("a").Verdict.ShouldBe(Verdict.Accepted, judgement.Of("a").Message);
        var sample = judgement.Parallelism.ShouldHaveSingleItem();
        sample.Cores.ShouldBe(2);
        sample.Work.ShouldBeGreaterThanOrEqualTo(2000);
        sample.Parallelism.ShouldBe(2, 0.1);
    }
}
