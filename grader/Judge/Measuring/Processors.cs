using System.Globalization;
using System.Runtime.InteropServices;

namespace Judge.Measuring;

/// <summary>
/// The processors that this process may use. The explorer pins the threads it uses to one of them, and on Linux a new
/// thread inherits that: before anything is timed, every thread gets all of them back.
/// </summary>
internal sealed partial class Processors
{
    private const int Words = 16;
    private readonly ulong[]? mask;

    private Processors(ulong[]? mask) => this.mask = mask;

    /// <summary>Notes what the process may use; on other systems than Linux there is nothing to note.</summary>
    public static Processors Remember()
    {
        var mask = new ulong[Words];
        return new Processors(OperatingSystem.IsLinux() && GetAffinity(0, Words * sizeof(ulong), mask) == 0 ? mask : null);
    }

    public void Restore()
    {
        if (mask is null)
            return;
        foreach (var task in Directory.EnumerateDirectories("/proc/self/task"))
        {
            var thread = int.Parse(Path.GetFileName(task), CultureInfo.InvariantCulture);
            _ = SetAffinity(thread, Words * sizeof(ulong), mask);
        }
    }

    [LibraryImport("libc", EntryPoint = "sched_getaffinity")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetAffinity(int thread, nint size, [Out] ulong[] mask);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetAffinity(int thread, nint size, ulong[] mask);
}
