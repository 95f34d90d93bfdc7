using System.Runtime.InteropServices;

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
            return (File.GetAttributes(path) & (FileAttributes.Device | FileAttributes.ReparsePoint)) == 0;
        Span<byte> status = stackalloc byte[StatusBytes];
        return LStat(path, status) == 0
            && (MemoryMarshal.Read<int>(status[ModeOffset..]) & TypeMask) == Regular;
    }

    /// <summary>The runtime's own lstat: libc's differs in layout from platform to platform.</summary>
    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_LStat", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int LStat(string path, Span<byte> status);
}
