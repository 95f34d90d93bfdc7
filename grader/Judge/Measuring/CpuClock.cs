using System.Runtime.InteropServices;

namespace Judge.Measuring;

/// <summary>Processor time of all threads of this process, in seconds.</summary>
internal static partial class CpuClock
{
    /// <summary>CLOCK_PROCESS_CPUTIME_ID of Linux: nanoseconds, where Environment.CpuUsage counts in scheduler ticks.</summary>
    private const int ProcessClock = 2;

    public static double Now =>
        OperatingSystem.IsLinux() && GetTime(ProcessClock, out var time) == 0
            ? time.Seconds + (time.Nanoseconds / 1e9)
            : Environment.CpuUsage.TotalTime.TotalSeconds;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public nint Seconds;

        public nint Nanoseconds;
    }
}
