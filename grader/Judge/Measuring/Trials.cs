using System.Diagnostics;
using System.Globalization;
using Judge.Protocol;

namespace Judge.Measuring;

/// <summary>Runs one side of a workload, once for each trial, and times it.</summary>
/// <param name="run">The side, given the number of the trial.</param>
/// <param name="seed">Draws those numbers.</param>
internal sealed class Trials(Func<int, object?> run, int seed)
{
    private const int LeastTrials = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Random random = new(seed);

    /// <summary>
    /// Runs trials after warming up. What is far slower than the baseline is told from it by a few: after
    /// <see cref="Patience"/> no more than <see cref="LeastTrials"/> are run. What the workload throws comes through.
    /// </summary>
    public List<Sample> Run(int warmUps, int trials)
    {
        // All numbers are drawn beforehand: how many warm-ups there is time for must not change those of the trials.
        var warm = Enumerable.Range(0, warmUps).Select(_ => random.Next()).ToList();
        var numbers = Enumerable.Range(0, trials).Select(_ => random.Next()).ToList();
        var begin = Stopwatch.GetTimestamp();
        for (var i = 0; i < warmUps && (i == 0 || Stopwatch.GetElapsedTime(begin) < Patience); i++)
            _ = Time(warm[i]);
        begin = Stopwatch.GetTimestamp();
        var samples = new List<Sample>(trials);
        while (samples.Count < Math.Min(trials, LeastTrials)
            || (samples.Count < trials && Stopwatch.GetElapsedTime(begin) < Patience))
            samples.Add(Time(numbers[samples.Count]));
        return samples;
    }

    private Sample Time(int trial)
    {
        // A collection that one run owes must not fall on the next.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var cpu = CpuClock.Now;
        var start = Stopwatch.GetTimestamp();
        var result = run(trial);
        var wall = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new Sample(wall, CpuClock.Now - cpu, string.Create(CultureInfo.InvariantCulture, $"{result}"));
    }
}
