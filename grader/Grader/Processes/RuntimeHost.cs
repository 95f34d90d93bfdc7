using System.Runtime.InteropServices;

namespace Grader.Processes;

/// <summary>How a program that lies beside this one is started: by the runtime that this process runs on.</summary>
internal static class RuntimeHost
{
    /// <summary>Windows wants an extension, and elsewhere there is none: null takes one away, where an empty one would leave its dot.</summary>
    private static readonly string? Suffix = OperatingSystem.IsWindows() ? ".exe" : null;

    /// <summary>The folder of the runtime, for <c>DOTNET_ROOT</c>.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>What to run for an assembly: the runtime's own host with it, or, where everything is in one folder, the program as it is.</summary>
    public static string[] Command(string assembly)
    {
        var host = Path.Combine(Root, "dotnet" + Suffix);
        return File.Exists(host) ? [host, "exec", assembly] : [Path.ChangeExtension(assembly, Suffix)];
    }
}
