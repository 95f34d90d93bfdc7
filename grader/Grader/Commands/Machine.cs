using System.Runtime.InteropServices;
using Grader.Reporting;

namespace Grader.Commands;

/// <summary>What a report says of the machine that it was made on.</summary>
internal static class Machine
{
    public const string Sandbox = "none (process limits only)";

    public const string SandboxNote =
        "note: there is no sandbox around submissions, only process limits: they run as you. Grade code that you would run yourself.";

    public static ReportMachine Describe() => new(
        Environment.ProcessorCount,
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        Sandbox);
}
