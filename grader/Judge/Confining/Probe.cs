using System.Runtime.InteropServices;
using Judge.Protocol;

namespace Judge.Confining;

/// <summary>Tries what a hostile submission would, from where it would: the only proof that a sandbox holds.</summary>
internal static partial class Probe
{
    /// <summary>The attempts in order; the last one, if it succeeds, ends this process.</summary>
    public static readonly string[] Layers = ["files", "writing", "network", "signals", "processes", "memory", "programs"];

    private const int Internet = 2;
    private const int Local = 1;
    private const int StreamSocket = 1;

    public static void Run(ProbePlan plan, JudgeLimits limits, Action<JudgeFrame> send)
    {
        foreach (var layer in Layers)
            send(new ProbeAttempted(layer, Attempt(layer, plan, limits)));
    }

    private static string Attempt(string layer, ProbePlan plan, JudgeLimits limits) => layer switch
    {
        "files" => First(Read("/etc/passwd"), Read(plan.Secret)),
        "writing" => First(Write(Path.GetTempPath()), Write("/dev/shm"), Write(AppContext.BaseDirectory)),
        "network" => OperatingSystem.IsLinux() ? First(Open(Internet, "an Internet"), Open(Local, "a local")) : "not tried here",
        "signals" => OperatingSystem.IsLinux() ? Signal(plan.Stranger, 0) == 0 ? "it may signal the grader" : "" : "not tried here",
        "processes" => OperatingSystem.IsLinux() ? Start() : "not tried here",
        "memory" => First(Reserve(limits), Fill(limits)),
        _ => OperatingSystem.IsLinux() ? Become() : "not tried here",
    };

    private static string First(params ReadOnlySpan<string> escapes)
    {
        foreach (var escape in escapes)
        {
            if (escape.Length > 0)
                return escape;
        }

        return "";
    }

    private static string Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return file.ReadByte() >= 0 ? $"it read {path}" : "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string Write(string folder)
    {
        var path = Path.Combine(folder, Path.GetRandomFileName());
        try
        {
            File.WriteAllText(path, "probe");
            File.Delete(path);
            return $"it wrote a file in {folder}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string Open(int family, string kind)
    {
        var socket = Socket(family, StreamSocket, 0);
        if (socket < 0)
            return "";
        _ = Close(socket);
        return $"it opened {kind} socket";
    }

    private static unsafe string Start()
    {
        // A child has but one of the runtime's threads: it must not need the runtime to find the way out.
        var library = NativeLibrary.Load("libc");
        var fork = (delegate* unmanaged<int>)NativeLibrary.GetExport(library, "fork");
        var exit = (delegate* unmanaged<int, void>)NativeLibrary.GetExport(library, "_exit");
        var child = fork();
        if (child == 0)
            exit(0);
        return child > 0 ? "it started a process" : "";
    }

    /// <summary>The native heap has no limit but the address space.</summary>
    private static unsafe string Reserve(JudgeLimits limits)
    {
        var bytes = (nuint)(limits.MemoryMegabytes + 2048) << 20;
        try
        {
            NativeMemory.Free(NativeMemory.Alloc(bytes));
            return $"it got {bytes >> 20} MB of native memory";
        }
        catch (OutOfMemoryException)
        {
            return "";
        }
    }

    private static string Fill(JudgeLimits limits)
    {
        try
        {
            var block = new byte[(limits.MemoryMegabytes + 1) << 20];
            return $"it got {block.Length >> 20} MB of heap";
        }
        catch (OutOfMemoryException)
        {
            return "";
        }
    }

    /// <summary>When it works there is nobody left to say so.</summary>
    private static unsafe string Become()
    {
        fixed (byte* name = "probe\0"u8)
        {
            var arguments = stackalloc byte*[] { name, null };
            _ = Execute("/proc/self/exe", arguments, arguments + 1);
        }

        return "";
    }

    [LibraryImport("libc", EntryPoint = "socket")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Socket(int family, int type, int protocol);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Signal(int process, int signal);

    [LibraryImport("libc", EntryPoint = "execve", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial int Execute(string path, byte** arguments, byte** environment);
}
