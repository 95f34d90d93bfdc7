using System.Diagnostics;
using Interleaving;
using Judge.Protocol;

namespace Judge.Measuring;

/// <summary>
/// Runs a workload in pairs, sequential and concurrent in random order, so that whatever else the machine does falls on
/// both alike.
/// </summary>
internal sealed class Trials(Func<IWorkload> create, Random random)
{
    private const int LeastTrials = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Runs one pair. Throws <see cref="UnequalResultsException"/> when the two runs do not come to the same result; what
    /// the workload throws comes through.
    /// </summary>
    public Trial Run()
    {
        var workload = create();
        Sample sequential;
        Sample concurrent;
        if (random.Next(2) == 0)
        {
            sequential = Time(workload.Sequential);
            concurrent = Time(workload.Concurrent);
        }
        else
        {
            concurrent = Time(workload.Concurrent);
            sequential = Time(workload.Sequential);
        }

        if (!Equals(sequential.Result, concurrent.Result))
            throw new UnequalResultsException(sequential.Result, concurrent.Result);
        return new Trial(sequential.Wall, sequential.Cpu, concurrent.Wall, concurrent.Cpu);
    }

    /// <summary>
    /// Runs pairs after warming up. One that is far slower than the baseline is told from it by a few: after
    /// <see cref="Patience"/> no more than <see cref="LeastTrials"/> are run.
    /// </summary>
    public List<Trial> Run(int warmUps, int trials)
    {
        var begin = Stopwatch.GetTimestamp();
        for (var i = 0; i < warmUps && (i == 0 || Stopwatch.GetElapsedTime(begin) < Patience); i++)
            _ = Run();
        begin = Stopwatch.GetTimestamp();
        var samples = new List<Trial>(trials);
        while (samples.Count < Math.Min(trials, LeastTrials)
            || (samples.Count < trials && Stopwatch.GetElapsedTime(begin) < Patience))
            samples.Add(Run());
        return samples;
    }

    private static Sample Time(Func<object?> run)
    {
        // A collection that one run owes must not fall on the other.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var cpu = CpuClock.Now;
        var start = Stopwatch.GetTimestamp();
        var result = run();
        return new Sample(Stopwatch.GetElapsedTime(start).TotalSeconds, CpuClock.Now - cpu, result);
    }

    private readonly record struct Sample(double Wall, double Cpu, object? Result);
}
