using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Grader.Intake;

/// <summary>
/// Opens a file that a student controls. Between the look at an entry and its opening it may become something else, so
/// the opening itself follows no link and waits for nobody, and what was opened is asked again what it is.
/// </summary>
internal static partial class RegularFile
{
    private const int TooManyLinks = 40;
    private const int TooManyLinksOnMac = 62;

    /// <summary>A handle for reading; null when the entry is a link, a pipe, a device or anything else but a regular file.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static SafeFileHandle? TryOpen(string path)
    {
        var handle = OperatingSystem.IsWindows()
            ? File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)
            : OpenUnix(path);
        if (handle is not null && FileKind.IsRegular(handle))
            return handle;
        handle?.Dispose();
        return null;
    }

    private static SafeFileHandle? OpenUnix(string path)
    {
        var descriptor = Open(path, Flags);
        if (descriptor >= 0)
            return new SafeFileHandle(descriptor, ownsHandle: true);
        var error = Marshal.GetLastPInvokeError();
        return error is TooManyLinks or TooManyLinksOnMac ? null : throw new IOException(new Win32Exception(error).Message);
    }

    /// <summary>O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, whose numbers differ from system to system.</summary>
    private static int Flags =>
        OperatingSystem.IsMacOS() || OperatingSystem.IsFreeBSD() ? 0x100 | 0x4 | (OperatingSystem.IsMacOS() ? 0x1000000 : 0x100000)
        : (RuntimeInformation.ProcessArchitecture is Architecture.Arm or Architecture.Arm64 ? 0x8000 : 0x20000) | 0x800 | 0x80000;

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);
}
