using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using Judge;
using Judge.Protocol;

namespace Grader.Judging;

/// <summary>Starts judge processes.</summary>
/// <param name="box">
/// A command to put in front of the judge's own, for example a sandbox with its options; it must pass the judge's two
/// pipes on to it. Empty for none.
/// </param>
internal sealed class JudgeLauncher(IReadOnlyList<string> box)
{
    /// <summary>
    /// A process inherits every inheritable handle that is open when it starts. One start at a time keeps the pipes of
    /// one judge out of all the others, which could otherwise forge its answers or hide that it has ended.
    /// </summary>
    internal static readonly Lock Starting = new();

    public JudgeLauncher()
        : this([])
    {
    }

    /// <summary>Starts a judge that waits for its request. Throws when the machine cannot start it.</summary>
    public JudgeProcess Launch(JudgeRequest request)
    {
        lock (Starting)
        {
            var requests = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
            var answers = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
            try
            {
                string[] command =
                [
                    .. box, .. Executable(), requests.GetClientHandleAsString(), answers.GetClientHandleAsString(),
                ];
                var process = Process.Start(StartInfo(command, request))
                    ?? throw new InvalidOperationException("No process was started.");
                process.StandardInput.Close();
                ResourceLimits.Apply(process.Id, request);
                return new JudgeProcess(process, requests, answers);
            }
            catch
            {
                requests.Dispose();
                answers.Dispose();
                throw;
            }
            finally
            {
                requests.DisposeLocalCopyOfClientHandle();
                answers.DisposeLocalCopyOfClientHandle();
            }
        }
    }

    private static ProcessStartInfo StartInfo(string[] command, JudgeRequest request)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        var systemRoot = Environment.GetEnvironmentVariable("SystemRoot");
        start.Environment.Clear();
        if (systemRoot is not null)
            start.Environment["SystemRoot"] = systemRoot;
        start.Environment["DOTNET_ROOT"] = DotnetRoot;
        start.Environment["DOTNET_GCHeapHardLimit"] =
            (request.Limits.MemoryMegabytes * (1L << 20)).ToString("x", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_ThreadPool_UnfairSemaphoreSpinLimit"] = "0";
        if (request.Measure is not null)
        {
            // What is timed must be fully compiled before, and not by a thread in the background, whose processor time
            // would count as the submission's.
            start.Environment["DOTNET_TieredCompilation"] = "0";
        }

        return start;
    }

    private static string DotnetRoot { get; } =
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>The judge beside this program: by the runtime's own host, or as it is where everything is in one folder.</summary>
    private static string[] Executable()
    {
        var judge = typeof(Verdict).Assembly.Location;
        var suffix = OperatingSystem.IsWindows() ? ".exe" : null;
        var host = Path.Combine(DotnetRoot, "dotnet" + suffix);
        return File.Exists(host) ? [host, "exec", judge] : [Path.ChangeExtension(judge, suffix)];
    }
}
