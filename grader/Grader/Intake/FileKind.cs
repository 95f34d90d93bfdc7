using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Grader.Intake;

/// <summary>Asks the system what an entry is without opening it: opening a pipe would wait for its other end.</summary>
internal static partial class FileKind
{
    private const int TypeMask = 0xF000;
    private const int Regular = 0x8000;

    /// <summary>Larger than the runtime's file status on every platform.</summary>
    private const int StatusBytes = 512;

    /// <summary>Where the runtime's file status has the mode: behind its flags.</summary>
    private const int ModeOffset = 4;

    /// <summary>Whether the entry itself, not what it links to, is a regular file.</summary>
    public static bool IsRegular(string path)
    {
        if (OperatingSystem.IsWindows())
            return IsPlain(File.GetAttributes(path));
        Span<byte> status = stackalloc byte[StatusBytes];
        return LStat(path, status) == 0 && IsRegular(status);
    }

    /// <summary>Whether what was opened is a regular file.</summary>
    public static bool IsRegular(SafeFileHandle handle)
    {
        if (OperatingSystem.IsWindows())
            return IsPlain(File.GetAttributes(handle));
        Span<byte> status = stackalloc byte[StatusBytes];
        return FStat(handle, status) == 0 && IsRegular(status);
    }

    private static bool IsRegular(ReadOnlySpan<byte> status) => (MemoryMarshal.Read<int>(status[ModeOffset..]) & TypeMask) == Regular;

    private static bool IsPlain(FileAttributes attributes) =>
        (attributes & (FileAttributes.Device | FileAttributes.Directory | FileAttributes.ReparsePoint)) == 0;

    /// <summary>The runtime's own lstat: libc's differs in layout from platform to platform.</summary>
    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_LStat", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int LStat(string path, Span<byte> status);

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_FStat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int FStat(SafeFileHandle handle, Span<byte> status);
}
