using System.Globalization;
using System.Runtime.InteropServices;

namespace Grader.Judging.Sandboxes;

/// <summary>What posix_spawn(3) takes, in memory that no garbage collector moves.</summary>
internal sealed unsafe partial class UnmanagedArguments : IDisposable
{
    /// <summary>posix_spawnattr_t has 336 bytes, posix_spawn_file_actions_t 80, in both C libraries.</summary>
    private const nuint Size = 512;

    private const short DefaultSignals = 0x04;
    private const short SignalMask = 0x08;
    private const short NewSession = 0x80;

    private const int DuplicateFrom = 1030;
    private const int FirstFree = 64;

    private readonly List<int> copies = [];

    public UnmanagedArguments(IReadOnlyList<string> command, IReadOnlyList<string> environment, IReadOnlyList<int> descriptors)
    {
        Command = Strings(command);
        Environment = Strings(environment);
        Actions = NativeMemory.AllocZeroed(Size);
        Attributes = NativeMemory.AllocZeroed(Size);
        Descriptors(descriptors);
        Signals();
    }

    public byte** Command { get; }

    public byte** Environment { get; }

    public void* Actions { get; }

    public void* Attributes { get; }

    public void Dispose()
    {
        _ = DestroyActions(Actions);
        _ = DestroyAttributes(Attributes);
        NativeMemory.Free(Actions);
        NativeMemory.Free(Attributes);
        Free(Command);
        Free(Environment);
        CloseCopies();
    }

    /// <summary>When the program has started: its ends of pipes are to be open in nobody but it.</summary>
    public void CloseCopies()
    {
        copies.ForEach(copy => Close(copy));
        copies.Clear();
    }

    /// <summary>The program's own first, then nothing else: what this process was itself given, it must not hand on.</summary>
    private void Descriptors(IReadOnlyList<int> descriptors)
    {
        _ = InitActions(Actions);
        _ = AddFolder(Actions, "/");
        for (var i = 0; i < descriptors.Count; i++)
        {
            if (descriptors[i] < 0)
            {
                _ = AddOpen(Actions, i, "/dev/null", 0, 0);
                continue;
            }

            // Copies with high numbers: none of them is overwritten before its turn.
            var copy = Control(descriptors[i], DuplicateFrom, FirstFree);
            copies.Add(copy);
            _ = AddDuplicate(Actions, copy, i);
        }

        foreach (var path in Directory.EnumerateFiles("/proc/self/fd"))
        {
            var open = int.Parse(Path.GetFileName(path), CultureInfo.InvariantCulture);
            if (open >= descriptors.Count)
                _ = AddClose(Actions, open);
        }
    }

    /// <summary>This process ignores some signals, and that would be inherited.</summary>
    private void Signals()
    {
        var all = stackalloc byte[128];
        var none = stackalloc byte[128];
        new Span<byte>(all, 128).Fill(0xff);
        new Span<byte>(none, 128).Clear();
        _ = InitAttributes(Attributes);
        _ = SetFlags(Attributes, DefaultSignals | SignalMask | NewSession);
        _ = SetDefaults(Attributes, all);
        _ = SetMask(Attributes, none);
    }

    private static byte** Strings(IReadOnlyList<string> texts)
    {
        var pointers = (byte**)NativeMemory.AllocZeroed((nuint)texts.Count + 1, (nuint)sizeof(byte*));
        for (var i = 0; i < texts.Count; i++)
            pointers[i] = (byte*)Marshal.StringToCoTaskMemUTF8(texts[i]);
        return pointers;
    }

    private static void Free(byte** strings)
    {
        for (var at = strings; *at is not null; at++)
            Marshal.FreeCoTaskMem((nint)(*at));
        NativeMemory.Free(strings);
    }

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int InitActions(void* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int DestroyActions(void* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addchdir_np", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int AddFolder(void* actions, string folder);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addopen", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int AddOpen(void* actions, int descriptor, string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_adddup2")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int AddDuplicate(void* actions, int from, int to);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addclose")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int AddClose(void* actions, int descriptor);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_init")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int InitAttributes(void* attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_destroy")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int DestroyAttributes(void* attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setflags")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetFlags(void* attributes, short flags);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setsigdefault")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetDefaults(void* attributes, byte* signals);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setsigmask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetMask(void* attributes, byte* signals);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Control(int descriptor, int command, int argument);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
