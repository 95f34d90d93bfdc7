using System.Runtime.InteropServices;
using Grader.Judging.Sandboxes;
using Grader.Reporting;

namespace Grader.Commands;

/// <summary>What a report says of the machine that it was made on.</summary>
internal static class Machine
{
    public static ReportMachine Describe(SandboxKind sandbox) => new(
        Environment.ProcessorCount,
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        Sandbox(sandbox));

    private static string Sandbox(SandboxKind kind) => kind switch
    {
        SandboxKind.Bubblewrap => "bubblewrap and seccomp",
        SandboxKind.Landlock => "Landlock and seccomp",
        SandboxKind.None => "none (process limits only): practice, not an official grade",
    };
}
