using System.Diagnostics;
using System.IO.Pipes;
using Grader.Judging.Sandboxes;
using Grader.Processes;
using Judge;
using Judge.Confining;
using Judge.Protocol;

namespace Grader.Judging;

/// <summary>Starts judge processes.</summary>
/// <param name="sandbox">What is around each.</param>
/// <param name="tracing">Variables by which its runtime is recorded; null to keep it to itself, as whatever is graded.</param>
internal sealed class JudgeLauncher(Sandbox sandbox, IReadOnlyDictionary<string, string>? tracing = null) : ILauncher
{
    /// <summary>Room for what the runtime itself takes while it runs: code, metadata, buffers.</summary>
    private const int RuntimeMegabytes = 256;

    /// <summary>The stack of a thread, and its guard pages.</summary>
    private const int StackMegabytes = 9;

    /// <summary>The judge beside this program.</summary>
    private static readonly string JudgeAssembly = typeof(Verdict).Assembly.Location;

    /// <summary>Starts a judge that waits for its request. Throws when the machine cannot start it.</summary>
    public JudgeProcess Launch(JudgeRequest request) =>
        OperatingSystem.IsLinux() ? Spawn(request) : Start(request);

    private JudgeProcess Spawn(JudgeRequest request)
    {
        var pipes = JudgePipes.Private();
        try
        {
            var ends = pipes.JudgeEnds;
            var thread = new SpawningThread(
                [.. sandbox.Command, .. RuntimeHost.Command(JudgeAssembly), "3", "4", .. Confinement(request).ToArguments()],
                [.. Variables(request).Select(variable => $"{variable.Key}={variable.Value}")],
                [-1, ends[2], ends[3], ends[0], ends[1]],
                sandbox.Ruleset);
            return new JudgeProcess(thread.ProcessId, pipes, sandbox, thread);
        }
        catch
        {
            pipes.Dispose();
            throw;
        }
        finally
        {
            pipes.CloseJudgeEnds();
        }
    }

    private JudgeProcess Start(JudgeRequest request)
    {
        lock (RuntimeHost.Starting)
        {
            var requests = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
            var answers = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
            try
            {
                var command = RuntimeHost.Command(JudgeAssembly);
                var start = new ProcessStartInfo(
                    command[0],
                    [
                        .. command[1..], requests.GetClientHandleAsString(), answers.GetClientHandleAsString(),
                        .. Confinement(request).ToArguments(),
                    ])
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    UseShellExecute = false,
                    CreateNoWindow = true,
                    WorkingDirectory = Path.GetTempPath(),
                };
                start.Environment.Clear();
                foreach (var (name, value) in Variables(request))
                    start.Environment[name] = value;
                var process = Process.Start(start) ?? throw new InvalidOperationException("No process was started.");
                process.StandardInput.Close();
                var pipes = new JudgePipes(
                    requests, answers, process.StandardOutput.BaseStream, process.StandardError.BaseStream);
                return new JudgeProcess(process.Id, pipes, sandbox, process);
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

    private Confinement Confinement(JudgeRequest request) => new(
        // The back-stop of the watchdog, for the case that the grader does not get a processor in time. With a limit of
        // processor time, Linux counts that time in scheduler ticks of some milliseconds: too coarse for whoever measures.
        // Of a judge that may be used again, others may have used as much before (see JudgePool).
        request.Measure is null ? (int)Math.Ceiling(request.Limits.CpuSeconds * (request.Shared ? 2 : 1)) + 1 : 0,
        sandbox.Boxed ? request.Limits.MemoryMegabytes + RuntimeMegabytes + (request.Limits.Threads * StackMegabytes) : 0,
        !sandbox.Boxed ? Box.None : tracing is null ? Box.Closed : Box.Traced);

    private Dictionary<string, string> Variables(JudgeRequest request)
    {
        var variables = RuntimeHost.Variables(request.Limits.MemoryMegabytes * (1L << 20));
        variables["DOTNET_ThreadPool_UnfairSemaphoreSpinLimit"] = "0";

        // Its way of writing code goes through a file in memory, whose size no limit of file sizes may meet.
        variables["DOTNET_EnableWriteXorExecute"] = "0";
        if (request.Measure is not null)
        {
            // What is timed must be fully compiled before, and not by a thread in the background, whose processor time
            // would count as the submission's.
            variables["DOTNET_TieredCompilation"] = "0";
        }

        foreach (var (name, value) in tracing ?? new Dictionary<string, string>())
            variables[name] = value;

        return variables;
    }
}
