using Judge;
using Judge.Protocol;

namespace Grader.Judging;

/// <summary>Looks at a judge twenty times a second and says which limit it breaks.</summary>
/// <param name="limits">Which there are.</param>
/// <param name="time">The clock.</param>
/// <param name="before">Processor seconds that the process had used before; they do not count.</param>
internal sealed class Watchdog(JudgeLimits limits, TimeProvider time, double before = 0)
{
    /// <summary>Resident memory of a judge that has run nothing yet, generously.</summary>
    private const long EmptyJudgeBytes = 192L << 20;

    /// <summary>However busy the machine: after this many times the limit of wall time it is over.</summary>
    private const int MostPatience = 10;

    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(50);

    /// <summary>Time by the clock in which the process was waiting, so far.</summary>
    public TimeSpan Waited { get; private set; }

    /// <summary>Processor seconds at the last look.</summary>
    public double CpuSeconds { get; private set; }

    /// <summary>The first limit that <paramref name="process"/> breaks; runs until then or until it is cancelled.</summary>
    public async Task<Ending> WatchAsync(int process, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        var looked = start;
        CpuSeconds = before;
        while (true)
        {
            await Task.Delay(Period, time, cancellation);
            var now = time.GetTimestamp();
            var use = ProcessTable.Read(process);

            // To look at each thread is dear, and says nothing new of a process that has computed meanwhile.
            if (use.CpuSeconds <= CpuSeconds && !ProcessTable.IsReady(process))
                Waited += time.GetElapsedTime(looked, now);
            (looked, CpuSeconds) = (now, Math.Max(CpuSeconds, use.CpuSeconds));
            if (Broken(use) is { } ending)
                return ending;
            if (IsTooLate(Waited, time.GetElapsedTime(start, now)))
                return new Ending(Verdict.TimeLimit, $"Stopped after {limits.WallSeconds} s by the clock.");
        }
    }

    /// <summary>
    /// Wall time catches what waits; what computes, the limit of processor time does. So a period in which the process was
    /// ready to run does not count, whether or not others had the processors: a busy machine must not make a verdict.
    /// </summary>
    private bool IsTooLate(TimeSpan waited, TimeSpan elapsed) =>
        waited.TotalSeconds > limits.WallSeconds || elapsed.TotalSeconds > (double)limits.WallSeconds * MostPatience;

    private Ending? Broken(ResourceUse use)
    {
        if (use.MemoryBytes > (limits.MemoryMegabytes * (1L << 20)) + EmptyJudgeBytes)
            return Ending.OutOfMemory(limits);
        if (use.Threads > limits.Threads)
            return new Ending(Verdict.Crash, $"Stopped: more than {limits.Threads} threads at one time.");
        if (use.CpuSeconds - before > limits.CpuSeconds)
            return Ending.OutOfCpu(limits);
        return null;
    }
}
