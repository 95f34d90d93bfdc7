namespace Judge.Measuring;

/// <summary>Processor time of all threads of this process, in seconds.</summary>
internal static class CpuClock
{
    /// <summary>
    /// getrusage, to a microsecond. Not CLOCK_PROCESS_CPUTIME_ID: under RLIMIT_CPU, which every judge has, Linux reads that
    /// one from counters that move once a timer tick, and runs of 3 ms measured anything from 0 to 4.
    /// </summary>
    public static double Now => Environment.CpuUsage.TotalTime.TotalSeconds;
}
