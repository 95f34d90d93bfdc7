using Grader.Records;
using Judge.Protocol;

namespace Grader.Measuring;

/// <summary>Makes the figures of parallel speed out of raw samples. Pure: no clock, no machine.</summary>
internal static class Statistics
{
    /// <summary>
    /// The part of the ideal speedup that the calibration kernel must reach for the machine to count as quiet. A kernel
    /// without any shared state reaches 0.9 and more on an idle machine.
    /// </summary>
    private const double QuietShare = 0.75;

    /// <summary>The figures; null when nothing was counted or timed.</summary>
    /// <param name="profiles">Work and makespan of each simulated run.</param>
    /// <param name="timed">The timed runs; null when there are none.</param>
    /// <param name="seed">Seeds the resampling.</param>
    public static Measurements? Of(IReadOnlyList<ParallelismSample> profiles, WorkloadTimed? timed, int seed)
    {
        var trials = timed?.Trials.Where(IsSound).ToList() ?? [];
        if (profiles.Count == 0 && trials.Count == 0)
            return null;
        var profile = Profiles.Telling(profiles);
        var figures = new Measurements(
            profile?.Parallelism ?? 0, profile?.Cores ?? 0, 0, 0, 0, 0, 0, 0, 0, timed?.Processors ?? 0, Quiet: false);
        if (trials.Count == 0)
            return figures;

        var cpu = Bootstrap.Of(trials, CpuRatio, seed);
        var wall = Bootstrap.OfMedian([.. trials.Select(trial => trial.SequentialWall / trial.ConcurrentWall)], seed);
        var calibration = Math.Min(Speedup(timed!.CalibrationBefore), Speedup(timed.CalibrationAfter));
        return figures with
        {
            CpuOverhead = cpu.Value,
            CpuOverheadLow = cpu.Low,
            CpuOverheadHigh = cpu.High,
            WallSpeedup = wall.Value,
            WallSpeedupLow = wall.Low,
            WallSpeedupHigh = wall.High,
            Calibration = calibration,
            Quiet = timed.Processors > 1 && calibration >= QuietShare * timed.Processors,
        };
    }

    /// <summary>
    /// Whatever else a machine does adds to a processor time (caches that were emptied, interrupts) and never takes from
    /// it, so the least of several runs is the best estimate of each: J. Chen and J. Revels, "Robust benchmarking in
    /// noisy environments", 2016.
    /// </summary>
    private static double CpuRatio(IReadOnlyList<Trial> trials) =>
        trials.Min(trial => trial.ConcurrentCpu) / trials.Min(trial => trial.SequentialCpu);

    /// <summary>A clock that did not move gives no ratio.</summary>
    private static bool IsSound(Trial trial) =>
        trial is { SequentialWall: > 0, SequentialCpu: > 0, ConcurrentWall: > 0, ConcurrentCpu: > 0 };

    private static double Speedup(IReadOnlyList<Trial> calibration)
    {
        var sound = calibration.Where(IsSound).ToList();
        return sound.Count == 0 ? 0 : Bootstrap.Median([.. sound.Select(trial => trial.SequentialWall / trial.ConcurrentWall)]);
    }
}
