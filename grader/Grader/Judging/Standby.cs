using Judge.Protocol;

namespace Grader.Judging;

/// <summary>
/// Keeps one judge ahead that has started and run a rehearsal: a new one spends a second or more of processor time on
/// compiling the engine and NUnit, before the first test. Every request still has a process of its own.
/// </summary>
/// <param name="launcher">Starts them.</param>
internal sealed class Standby(ILauncher launcher) : ILauncher, IDisposable
{
    private readonly Lock gate = new();
    private JudgeProcess? waiting;
    private Task asked = Task.CompletedTask;

    /// <summary>Starts the next judge, which runs <paramref name="request"/> for nobody while it waits.</summary>
    public void Prepare(JudgeRequest request)
    {
        var process = launcher.Launch(request);
        var asking = process.Requests.WriteAsync(Frames.Encode(request with { Rehearsal = true })).AsTask();
        lock (gate)
        {
            waiting?.Dispose();
            (waiting, asked) = (process, asking);
        }
    }

    /// <summary>The one that waits, even if its rehearsal goes on: that is the sooner start. Without one a new one.</summary>
    public JudgeProcess Launch(JudgeRequest request)
    {
        lock (gate)
        {
            var process = waiting;
            waiting = null;
            if (process is not null && asked.IsCompletedSuccessfully)
                return process;
            process?.Dispose();
        }

        return launcher.Launch(request);
    }

    public void Dispose()
    {
        lock (gate)
            waiting?.Dispose();
    }
}
