using Grader.Measuring;
using Grader.Records;
using Judge.Protocol;

namespace Grader.Tests.Measuring;

public sealed class StatisticsTests
{
    private static readonly Trial Perfect = new(SequentialWall: 2, SequentialCpu: 2, ConcurrentWall: 1, ConcurrentCpu: 2);

    [Test]
    public void Nothing_measured_gives_nothing() => Statistics.Of([], null, seed: 1).ShouldBeNull();

    [Test]
    public void Parallelism_is_that_of_the_run_with_most_work()
    {
        var figures = Statistics.Of([new(4, 100, 100, 1, 0), new(4, 4_000, 1_000, 4, 0)], null, seed: 1)!;
        (figures.Parallelism, figures.Cores).ShouldBe((4, 4));
        figures.CpuOverhead.ShouldBe(0);
    }

    [Test]
    public void Overhead_is_of_the_least_times_and_speedup_the_median_of_the_pairs()
    {
        var figures = Statistics.Of([], Timed([Perfect, Perfect with { ConcurrentCpu = 6, SequentialCpu = 9 }, Perfect with { ConcurrentWall = 4 }]), seed: 1)!;
        (figures.CpuOverhead, figures.WallSpeedup).ShouldBe((1, 2));
        figures.WallSpeedupLow.ShouldBe(0.5);
    }

    [Test]
    public void The_same_samples_and_seed_give_the_same_bounds()
    {
        double[] samples = [1.9, 2.1, 1.7, 2.0, 1.2, 1.8, 1.95];
        Bootstrap.OfMedian(samples, seed: 3).ShouldBe(Bootstrap.OfMedian(samples, seed: 3));
        var bounds = Bootstrap.OfMedian(samples, seed: 3);
        bounds.Value.ShouldBe(1.9);
        bounds.Low.ShouldBeLessThan(bounds.Value);
        bounds.High.ShouldBeGreaterThan(bounds.Value);
    }

    [Test]
    public void Equal_samples_have_no_spread() =>
        Bootstrap.OfMedian([2, 2, 2], seed: 1).ShouldBe(new Estimate(2, 2, 2));

    [TestCase(1.0, 1.0, true)]
    [TestCase(1.0, 1.9, false, Description = "busy after the trials")]
    [TestCase(1.9, 1.0, false, Description = "busy before them")]
    public void A_machine_is_quiet_when_the_kernel_was_parallel_before_and_after(double wallBefore, double wallAfter, bool quiet)
    {
        var timed = Timed([Perfect]) with
        {
            CalibrationBefore = [Perfect with { ConcurrentWall = wallBefore }],
            CalibrationAfter = [Perfect with { ConcurrentWall = wallAfter }],
        };
        Statistics.Of([], timed, seed: 1)!.Quiet.ShouldBe(quiet);
    }

    [Test]
    public void One_processor_can_show_no_speedup() =>
        Statistics.Of([], Timed([Perfect]) with { Processors = 1 }, seed: 1)!.Quiet.ShouldBeFalse();

    [Test]
    public void A_clock_that_did_not_move_gives_no_ratio()
    {
        var figures = Statistics.Of([], Timed([Perfect with { SequentialCpu = 0 }, Perfect]), seed: 1)!;
        figures.CpuOverhead.ShouldBe(1);
        double.IsFinite(figures.CpuOverheadHigh).ShouldBeTrue();
    }

    private static WorkloadTimed Timed(IReadOnlyList<Trial> trials) => new(trials, [Perfect], [Perfect]) { Processors = 2 };
}
