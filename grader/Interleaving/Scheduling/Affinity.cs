using System.Runtime.InteropServices;

namespace Interleaving.Scheduling;

/// <summary>
/// Pins the calling thread to one processor (Linux only; elsewhere it does nothing). It changes speed, never a verdict.
/// Handing the turn over inside one processor is several times as fast as from one to another.
/// </summary>
internal static partial class Affinity
{
    private const int MaskWords = 16;

    /// <summary>The processors that this process may use, as it was started.</summary>
    private static readonly ulong[] Allowed = Read();

    /// <summary>
    /// Pins the calling thread where the system puts it now that it may go anywhere: two processes that had been pinned to one
    /// processor part. Having slept, a thread wakes where there is least to do.
    /// </summary>
    /// <returns>The processor; -1 where that cannot be told.</returns>
    public static int Settle()
    {
        if (Allowed.Length > 0)
        {
            _ = SetAffinity(0, Allowed.Length * sizeof(ulong), Allowed);
            Thread.Sleep(1);
        }

        var here = Here();
        Pin(here);
        return here;
    }

    /// <summary>The processor this thread runs on now; -1 where that cannot be told.</summary>
    public static int Here() => OperatingSystem.IsLinux() ? GetCpu() : -1;

    public static void Pin(int processor)
    {
        if (processor < 0 || !OperatingSystem.IsLinux())
            return;
        Span<ulong> mask = stackalloc ulong[MaskWords];
        mask.Clear();
        mask[processor / 64 % mask.Length] = 1UL << (processor % 64);
        _ = SetAffinity(0, mask.Length * sizeof(ulong), mask);
    }

    private static ulong[] Read()
    {
        var mask = new ulong[MaskWords];
        return OperatingSystem.IsLinux() && GetAffinity(0, MaskWords * sizeof(ulong), mask) >= 0 ? mask : [];
    }

    [LibraryImport("libc", EntryPoint = "sched_getcpu")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetCpu();

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetAffinity(int thread, nint size, Span<ulong> mask);

    [LibraryImport("libc", EntryPoint = "sched_getaffinity")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetAffinity(int thread, nint size, Span<ulong> mask);
}
