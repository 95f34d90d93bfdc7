using System.Globalization;
using Grader.Reporting;
using Judge;

namespace Grader.Tests.Judging;

/// <summary>A criterion that fails on simulated cores tells what ran there from when to when.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
public sealed class CoreUseTests
{
    [Test]
    public async Task Who_does_all_by_himself_leaves_the_other_core_idle() => (await ToldAsync(
        """
        [Test, Category("a"), Property("verdict", "NotParallel")]
        public void One() => Cores.Run(2, () => Rounds(1_000)).Parallelism.ShouldBeGreaterThan(1.5);
        """)).ShouldBe("until 1000: main 0 to 1000 | idle");

    [Test]
    public async Task Who_waits_for_each_task_before_the_next_has_one_core_busy_at_a_time() => (await ToldAsync(
        """
        [Test, Category("a"), Property("verdict", "NotParallel")]
        public void One() => Cores.Run(2, () => { Task.Run(() => Rounds(1_000)).Wait(); Task.Run(() => Rounds(500)).Wait(); }).Parallelism.ShouldBeGreaterThan(1.5);
        """)).ShouldBe("until 1510: main 0 to 10 | Task.Run #1 0 to 1000, Task.Run #2 1000 to 1510");

    [TestCase("WrongAnswer", 2)]
    [TestCase("NotParallel", 1)]
    public async Task What_fails_by_something_else_or_on_one_core_has_none(string verdict, int cores) => (await ToldAsync(
        $$"""
        [Test, Category("a"), Property("verdict", "{{verdict}}")]
        public void One() => Cores.Run({{cores}}, () => Rounds(1_000)).Parallelism.ShouldBeGreaterThan(1.5);
        """)).ShouldBe("none");

    private static async Task<string> ToldAsync(string test)
    {
        var judged = (await TinySuite.JudgeAsync(test + "\nstatic void Rounds(int n) { for (var i = 0; i < n; i++) { } }")).Of("a");
        judged.Verdict.ShouldNotBe(Verdict.Accepted);
        return ReportTimeline.Of(judged.Verdict, judged.Counted) is not { } timeline ? "none"
            : string.Create(CultureInfo.InvariantCulture, $"until {timeline.Makespan}: {string.Join(" | ", timeline.Cores.Select(Told))}");
    }

    private static string Told(ReportCore core) => core.Uses.Count == 0 ? "idle" : string.Join(", ", core.Uses.Select(use =>
        string.Create(CultureInfo.InvariantCulture, $"{use.Operation} {use.From} to {use.To}")));
}
