using Judge;
using Judge.Protocol;

namespace Grader.Judging;

/// <summary>Looks at a judge every few milliseconds and says which limit it breaks.</summary>
internal sealed class Watchdog(JudgeLimits limits, TimeProvider time)
{
    /// <summary>Resident memory of a judge that has run nothing yet, generously.</summary>
    private const long EmptyJudgeBytes = 192L << 20;

    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(20);

    /// <summary>The first limit that <paramref name="process"/> breaks; runs until then or until it is cancelled.</summary>
    public async Task<Ending> WatchAsync(int process, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            await Task.Delay(Period, time, cancellation);
            if (Broken(time.GetElapsedTime(start), ProcessTable.Read(process)) is { } ending)
                return ending;
        }
    }

    private Ending? Broken(TimeSpan elapsed, ResourceUse use)
    {
        if (use.MemoryBytes > (limits.MemoryMegabytes * (1L << 20)) + EmptyJudgeBytes)
            return Ending.OutOfMemory(limits);
        if (use.Threads > limits.Threads)
            return new Ending(Verdict.Crash, $"Stopped: more than {limits.Threads} threads at one time.");
        if (use.CpuSeconds > limits.CpuSeconds)
            return Ending.OutOfCpu(limits);
        if (elapsed.TotalSeconds > limits.WallSeconds)
            return new Ending(Verdict.TimeLimit, $"Stopped after {limits.WallSeconds} s by the clock.");
        return null;
    }
}
