using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Grader.Judging;

/// <summary>A running judge: its pipes, and the way to end it with all that it started.</summary>
/// <param name="process">The process that was started: the judge, or the box around it.</param>
/// <param name="requests">What the judge reads; it ends itself when this closes.</param>
/// <param name="answers">What the judge writes.</param>
internal sealed partial class JudgeProcess(Process process, Stream requests, Stream answers) : IDisposable
{
    private const int KillSignal = 9;

    public int Id { get; } = process.Id;

    public Stream Requests => requests;

    public Stream Answers => answers;

    public Stream Output { get; } = process.StandardOutput.BaseStream;

    public Stream Errors { get; } = process.StandardError.BaseStream;

    public bool HasExited => process.HasExited;

    /// <summary>
    /// Ends the process, its descendants, and everything in its session that outlived its own parent. Does nothing to what
    /// has ended already.
    /// </summary>
    public void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or AggregateException or System.ComponentModel.Win32Exception)
        {
            // It has ended, or parts of it have.
        }

        if (!OperatingSystem.IsWindows())
            _ = Signal(-Id, KillSignal);
    }

    public void Dispose()
    {
        Kill();
        requests.Dispose();
        answers.Dispose();
        process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Signal(int process, int signal);
}
