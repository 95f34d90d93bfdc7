using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Judge.Hosting;

/// <summary>Ties the judge, and all that it starts, to its parent.</summary>
internal static partial class Containment
{
    /// <summary>
    /// Makes this process the leader of a session of its own (on Unix), so that its parent can end it and all its
    /// descendants by one signal to the group. It must come before anything of a submission runs.
    /// </summary>
    public static void LeadSession()
    {
        if (!OperatingSystem.IsWindows())
            _ = SetSession();
    }

    /// <summary>At once: no handler and no finalizer has a say, and no signal is needed, which a box would not let out.</summary>
    public static void Die()
    {
        if (!OperatingSystem.IsWindows())
            ExitNow(1);
        using var self = Process.GetCurrentProcess();
        self.Kill();
    }

    [LibraryImport("libc", EntryPoint = "_exit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void ExitNow(int status);

    [LibraryImport("libc", EntryPoint = "setsid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetSession();
}
