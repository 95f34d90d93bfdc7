using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Grader.Judging.Sandboxes;

namespace Grader.Judging;

/// <summary>A running judge: its pipes, and the way to end it with all that it started.</summary>
/// <param name="id">The process that was started: the judge, or the box around it.</param>
/// <param name="pipes">What it reads and writes; it ends itself when the requests close.</param>
/// <param name="sandbox">What is around it.</param>
/// <param name="handle">Let go of last.</param>
internal sealed partial class JudgeProcess(int id, JudgePipes pipes, Sandbox sandbox, IDisposable handle) : IDisposable
{
    private const int KillSignal = 9;

    private bool disposed;
    private Task? listening;
    private CappedText? output;
    private CappedText? errors;

    public int Id => id;

    public Stream Requests => pipes.Requests;

    public Stream Answers => pipes.Answers;

    /// <summary>How many requests it has answered.</summary>
    public int Served { get; set; }

    /// <summary>What it has printed since it started, as far as that is kept.</summary>
    public string Output => output?.ToString() ?? "";

    /// <summary>The same of its stream of errors.</summary>
    public string Errors => errors?.ToString() ?? "";

    /// <summary>Reads what it prints, up to <paramref name="mostBytes"/> of each stream, until both end.</summary>
    public Task ListenAsync(int mostBytes)
    {
        output ??= new CappedText(mostBytes);
        errors ??= new CappedText(mostBytes);
        return listening ??= Task.WhenAll(output.ReadAsync(pipes.Output), errors.ReadAsync(pipes.Errors));
    }

    /// <summary>
    /// Ends the process, its descendants, and everything in its session that outlived its own parent. Does nothing to what
    /// has ended already.
    /// </summary>
    public void Kill()
    {
        if (disposed)
            return;
        if (!sandbox.Boxed)
            KillTree();
        if (OperatingSystem.IsWindows())
            return;
        _ = Signal(id, KillSignal);
        _ = Signal(-id, KillSignal);
    }

    public void Dispose()
    {
        Kill();
        disposed = true;
        handle.Dispose();
        pipes.Dispose();
    }

    /// <summary>A box lets no process out of it, and ends with its first one; without a box they must be looked for.</summary>
    private void KillTree()
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or AggregateException or Win32Exception)
        {
            // It has ended, or parts of it have.
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Signal(int process, int signal);
}
