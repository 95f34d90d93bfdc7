using System.Runtime.InteropServices;

namespace Grader.Judging.Sandboxes;

/// <summary>
/// A Landlock ruleset (https://docs.kernel.org/userspace-api/landlock.html): whoever it is put on reads a few files, writes
/// none, makes no TCP connection and signals nobody outside, as far as the kernel knows how to keep that.
/// </summary>
internal sealed partial class LandlockRuleset
{
    private const nint CreateCall = 444;
    private const nint AddRuleCall = 445;
    private const int VersionFlag = 1;
    private const int PathBeneath = 1;

    private const ulong Execute = 1;
    private const ulong ReadFile = 4;
    private const ulong ReadFolder = 8;

    private const int OpenPath = 0x200000;
    private const int CloseOnExec = 0x80000;

    private LandlockRuleset(int descriptor) => Descriptor = descriptor;

    /// <summary>Open for as long as this process runs.</summary>
    public int Descriptor { get; }

    /// <summary>What the kernel can do: 4 knows TCP, 6 signals; 0 where it has none, or is not Linux.</summary>
    public static int Version { get; } = OperatingSystem.IsLinux() ? Math.Max(0, (int)Ask(CreateCall, 0, 0, VersionFlag)) : 0;

    /// <exception cref="SandboxMissingException">The kernel has none.</exception>
    public static LandlockRuleset Create(JudgeFiles files)
    {
        if (Version == 0)
        {
            throw new SandboxMissingException(OperatingSystem.IsLinux()
                ? "the kernel has no Landlock: Linux 5.13 or later, with landlock among lsm= of its command line"
                : "Landlock is a part of Linux");
        }

        var handled = new Rights(
            // From Execute to MakeSymbolicLink; then Refer, Truncate, DeviceControl.
            (1UL << 13) - 1 | Since(2, 1UL << 13) | Since(3, 1UL << 14) | Since(5, 1UL << 15),
            // Bind and connect.
            Since(4, 3),
            // Abstract sockets and signals.
            Since(6, 3));
        var ruleset = (int)CreateRuleset(CreateCall, in handled, Marshal.SizeOf<Rights>(), 0);
        if (ruleset < 0)
            throw new SandboxMissingException($"the kernel refuses a Landlock ruleset: {Marshal.GetLastPInvokeErrorMessage()}");
        foreach (var folder in files.Folders)
            Allow(ruleset, folder, Execute | ReadFile | ReadFolder);
        foreach (var file in files.Files)
            Allow(ruleset, file, Execute | ReadFile);
        // The runtime cannot start without: it asks /proc for its own stack. Landlock itself keeps it from the memory and
        // the environment of processes outside.
        Allow(ruleset, "/proc", ReadFile | ReadFolder);
        foreach (var device in (string[])["/dev/null", "/dev/zero", "/dev/random", "/dev/urandom"])
            Allow(ruleset, device, ReadFile);
        return new LandlockRuleset(ruleset);
    }

    private static ulong Since(int version, ulong rights) => Version >= version ? rights : 0;

    private static void Allow(int ruleset, string path, ulong rights)
    {
        var descriptor = Open(path, OpenPath | CloseOnExec);
        if (descriptor < 0)
            return;
        // A packed struct: eight bytes of rights, four of the descriptor.
        Span<byte> rule = stackalloc byte[12];
        MemoryMarshal.Write(rule, rights);
        MemoryMarshal.Write(rule[8..], descriptor);
        var added = AddRule(AddRuleCall, ruleset, PathBeneath, in MemoryMarshal.GetReference(rule), 0);
        _ = Close(descriptor);
        if (added != 0)
            throw new SandboxMissingException($"the kernel refuses a Landlock rule for {path}");
    }

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Ask(nint number, nint attributes, nint size, nint flags);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint CreateRuleset(nint number, in Rights rights, nint size, nint flags);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint AddRule(nint number, nint ruleset, nint kind, in byte rule, nint flags);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Rights(ulong Files, ulong Network, ulong Scopes);
}
