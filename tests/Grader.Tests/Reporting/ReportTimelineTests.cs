using Grader.Reporting;
using Interleaving;
using Judge;
using Judge.Protocol;

namespace Grader.Tests.Reporting;

/// <summary>What ran on simulated cores is told for a drawing: not by numbers in which a program could spell what it was given.</summary>
public sealed class ReportTimelineTests
{
    [TestCase(1, 1)]
    [TestCase(249, 1)]
    [TestCase(250, 2)]
    [TestCase(1_003, 5)]
    [TestCase(70_123, 500)]
    [TestCase(123_456_789, 500_000)]
    public void Times_are_told_in_steps(long makespan, long step)
    {
        var random = new Random(1);
        var uses = Enumerable.Range(0, 100).Select(_ => random.NextInt64(makespan)).Select(from => new CoreUse(0, "main", from, random.NextInt64(from + 1, makespan + 1), 1, 1));
        var timeline = Timeline(makespan, [.. uses, new CoreUse(1, "main", 0, makespan, makespan, 1)]);
        var times = timeline.Cores.SelectMany(core => core.Uses).SelectMany(use => (long[])[use.From, use.To]).Append(timeline.Makespan).Append(timeline.Cores[1].Work).ToList();
        times.ShouldAllBe(time => time % step == 0 && time >= 0 && time <= timeline.Makespan);
        (timeline.Makespan / step).ShouldBeLessThanOrEqualTo(ReportTimeline.MostSteps);
        timeline.Cores.SelectMany(core => core.Uses).ShouldAllBe(use => use.From < use.To);
    }

    [Test]
    public void Of_several_operations_it_is_told_that_there_are_and_of_work_which_part_of_the_time_it_took() =>
        Timeline(1_000, [new CoreUse(0, "main", 0, 400, 400, 1), new CoreUse(0, "Task.Run #1", 400, 1_000, 250, 7)]).Cores[0].Uses
            .ShouldBe([new ReportUse("main", 0, 400), new ReportUse("Task.Run #1", 400, 1_000, Several: true, Busy: 0.4)]);

    [TestCase(189, true)]
    [TestCase(190, false)]
    public void Where_all_cores_are_busy_there_is_nothing_to_see(int work, bool told) => (ReportTimeline.Of(
        Verdict.TooSlow, new ParallelismSample(2, work, 100, 0, 0) { Uses = [new CoreUse(0, "main", 0, 100, 100, 1)] }) is not null).ShouldBe(told);

    [Test]
    public void What_there_is_nothing_to_say_of_is_absent()
    {
        var criterion = new ReportCriterion("a", "A", Verdict.NotParallel, 0, 1, "", null, null, "", "", 1, 0, Timeline: Timeline(100, [new CoreUse(0, "main", 0, 100, 100, 1)]));
        var kata = SampleReport.Create().Submissions[0].Katas[0];
        JsonReport.Line(kata with { Criteria = [criterion] }).ShouldContain("""
            "timeline":{"makespan":100,"cores":[{"work":100,"uses":[{"operation":"main","from":0,"to":100}]},{"work":0,"uses":[]}]}
            """);
        JsonReport.Line(kata with { Criteria = [criterion with { Timeline = null }] }).ShouldNotContain("timeline");
    }

    /// <summary>A bar is fewer bits than a step of a story, and there are no more of them.</summary>
    [Test]
    public void A_timeline_tells_no_more_than_a_story()
    {
        UntrustedLimits.MostUses.ShouldBeLessThanOrEqualTo(UntrustedLimits.MostSteps);
        Repository.Read(".github", "SECURITY.md").ReplaceLineEndings(" ").ShouldContain($"{UntrustedLimits.MostUses} bars");
    }

    private static ReportTimeline Timeline(long makespan, IReadOnlyList<CoreUse> uses) =>
        ReportTimeline.Of(Verdict.NotParallel, new ParallelismSample(2, makespan, makespan, 0, 0) { Uses = uses }).ShouldNotBeNull();
}
