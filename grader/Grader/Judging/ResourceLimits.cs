using System.Runtime.InteropServices;
using Judge.Protocol;

namespace Grader.Judging;

/// <summary>
/// Limits that the operating system itself keeps (Linux only): the back-stop of <see cref="Watchdog"/>, for the case that
/// the grader does not get a processor in time.
/// </summary>
internal static partial class ResourceLimits
{
    private const int Cpu = 0;
    private const int Core = 4;

    /// <summary>Applies to a process that has just started and still waits for its request.</summary>
    public static void Apply(int process, JudgeRequest request)
    {
        if (!OperatingSystem.IsLinux())
            return;
        _ = SetLimit(process, Core, new Limit(0, 0), 0);

        // With a limit of processor time, Linux counts that time of a process in scheduler ticks of some milliseconds: too
        // coarse for whoever measures.
        if (request.Measure is not null)
            return;
        var seconds = (ulong)Math.Ceiling(request.Limits.CpuSeconds) + 1;
        _ = SetLimit(process, Cpu, new Limit(seconds, seconds + 1), 0);
    }

    [LibraryImport("libc", EntryPoint = "prlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetLimit(int process, int resource, in Limit limit, nint previous);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Limit(ulong Soft, ulong Hard);
}
