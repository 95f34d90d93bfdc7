using System.Runtime.InteropServices;

namespace Interleaving.Scheduling;

/// <summary>
/// Pins the calling thread to one processor (Linux only; elsewhere it does nothing). It changes speed, never a verdict.
/// </summary>
internal static partial class Affinity
{
    /// <summary>The processor this thread runs on now; -1 where that cannot be told.</summary>
    public static int Here() => OperatingSystem.IsLinux() ? GetCpu() : -1;

    public static void Pin(int processor)
    {
        if (processor < 0 || !OperatingSystem.IsLinux())
            return;
        Span<ulong> mask = stackalloc ulong[16];
        mask.Clear();
        mask[processor / 64 % mask.Length] = 1UL << (processor % 64);
        _ = SetAffinity(0, mask.Length * sizeof(ulong), mask);
    }

    [LibraryImport("libc", EntryPoint = "sched_getcpu")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetCpu();

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetAffinity(int thread, nint size, Span<ulong> mask);
}
