using System.Globalization;
using System.Runtime.InteropServices;

namespace Grader.Processes;

/// <summary>How a program that lies beside this one is started: by the runtime that this process runs on.</summary>
internal static class RuntimeHost
{
    /// <summary>Windows wants an extension, and elsewhere there is none: null takes one away, where an empty one would leave its dot.</summary>
    private static readonly string? Suffix = OperatingSystem.IsWindows() ? ".exe" : null;

    /// <summary>The folder of the runtime, for <c>DOTNET_ROOT</c>.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>
    /// A process that the runtime starts inherits every inheritable handle that is open by then. One start at a time keeps the pipes of one
    /// judge out of all others.
    /// </summary>
    public static Lock Starting { get; } = new();

    /// <summary>The whole environment of a process that works on what students wrote.</summary>
    /// <param name="heapBytes">The most that its heap may take.</param>
    public static Dictionary<string, string> Variables(long heapBytes)
    {
        var variables = new Dictionary<string, string>
        {
            ["DOTNET_ROOT"] = Root,
            ["DOTNET_GCHeapHardLimit"] = heapBytes.ToString("x", CultureInfo.InvariantCulture),
            ["DOTNET_gcConcurrent"] = "0",
            ["DOTNET_EnableDiagnostics"] = "0",
            ["DOTNET_TieredPGO"] = "0",
        };
        if (Environment.GetEnvironmentVariable("SystemRoot") is { } systemRoot)
            variables["SystemRoot"] = systemRoot;
        return variables;
    }

    /// <summary>What to run for an assembly: the runtime's own host with it, or, where everything is in one folder, the program as it is.</summary>
    public static string[] Command(string assembly)
    {
        var host = Path.Combine(Root, "dotnet" + Suffix);
        return File.Exists(host) ? [host, "exec", assembly] : [Path.ChangeExtension(assembly, Suffix)];
    }
}
