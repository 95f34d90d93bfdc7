using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Judge.Confining;

/// <summary>
/// What a judge takes from itself before it reads its request: nothing of a submission is in the process yet. None of it
/// can be given back.
/// </summary>
/// <param name="CpuSeconds">Processor time until the kernel ends it; 0 for no limit.</param>
/// <param name="MemoryMegabytes">Address space beyond what the judge has at its start; 0 for no limit.</param>
/// <param name="Box">Whether to keep to the calls of <see cref="SystemCall"/>, and to write no file.</param>
internal sealed partial record Confinement(int CpuSeconds, int MemoryMegabytes, Box Box)
{
    private const int Cpu = 0;
    private const int FileSize = 1;
    private const int Core = 4;
    private const int OpenFiles = 7;
    private const int AddressSpace = 9;

    private const int SetNoNewPrivileges = 38;
    private const int SetModeFilter = 1;
    private const int AllThreads = 1;

    /// <summary>As arguments of the judge; <see cref="Parse"/> reads them.</summary>
    public IReadOnlyList<string> ToArguments() => [Text(CpuSeconds), Text(MemoryMegabytes), Box.ToString()];

    public static Confinement Parse(string cpuSeconds, string memoryMegabytes, string box) =>
        new(Number(cpuSeconds), Number(memoryMegabytes), Enum.Parse<Box>(box));

    /// <summary>Throws <see cref="Win32Exception"/> when the kernel refuses: then nothing may be judged.</summary>
    public void Apply()
    {
        if (!OperatingSystem.IsLinux())
            return;
        Limit(Core, 0);
        if (CpuSeconds > 0)
            Limit(Cpu, (ulong)CpuSeconds, (ulong)CpuSeconds + 1);
        if (MemoryMegabytes > 0)
            Limit(AddressSpace, AddressBytes() + ((ulong)MemoryMegabytes << 20));
        if (Box == Box.None)
            return;
        Limit(FileSize, 0);
        Limit(OpenFiles, 128);
        Filter();
    }

    private static void Limit(int resource, ulong soft) => Limit(resource, soft, soft);

    private static void Limit(int resource, ulong soft, ulong hard) =>
        Check(SetLimit(resource, new Limits(soft, hard)), "setrlimit");

    /// <summary>What the runtime has reserved already, most of it for a heap that has a limit of its own.</summary>
    private static ulong AddressBytes()
    {
        var pages = File.ReadAllText("/proc/self/statm").Split(' ')[0];
        return ulong.Parse(pages, CultureInfo.InvariantCulture) * (ulong)Environment.SystemPageSize;
    }

    private unsafe void Filter()
    {
        var arm64 = RuntimeInformation.ProcessArchitecture == Architecture.Arm64;
        var program = SystemCallFilter.Program(arm64, Environment.ProcessId, traced: Box == Box.Traced);
        fixed (ulong* first = program)
        {
            var filter = new Program((ushort)program.Length, (nint)first);
            Check(ProcessControl(SetNoNewPrivileges, 1, 0, 0, 0), "prctl");
            // TSYNC: the runtime has threads already, among them the one that runs finalizers.
            Check((int)Call(arm64 ? 277 : 317, SetModeFilter, AllThreads, &filter), "seccomp");
        }
    }

    private static void Check(int result, string call)
    {
        if (result != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError(), $"{call}: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetLimit(int resource, in Limits limits);

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ProcessControl(int option, nuint a, nuint b, nuint c, nuint d);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial nint Call(nint number, nint operation, nint flags, Program* program);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Limits(ulong Soft, ulong Hard);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Program(ushort Length, nint Instructions);
}
