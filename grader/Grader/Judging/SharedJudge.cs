using Judge;
using Judge.Protocol;

namespace Grader.Judging;

/// <summary>
/// Judges what may share a process, one after another: a new process spends more on compiling the engine and NUnit than most
/// submissions need. It is for the authors' own samples; two students' submissions never share one. Whatever does not end as it
/// should is judged once more, alone.
/// </summary>
internal sealed class SharedJudge : IJudge, ILauncher, IDisposable
{
    /// <summary>What is loaded for one submission stays in memory for a while.</summary>
    private const int MostServed = 25;

    /// <summary>Of memory that its heap does not count (code, types), and that must not look like a submission's.</summary>
    private const long MostBytes = 160L << 20;

    private readonly ILauncher launcher;
    private readonly IJudge alone;
    private readonly IJudge together;
    private readonly Lock gate = new();
    private readonly List<(JudgeProcess Process, JudgeLimits Limits)> idle = [];

    /// <param name="launcher">Starts the processes.</param>
    /// <param name="time">The clock of their limits.</param>
    public SharedJudge(ILauncher launcher, TimeProvider time)
    {
        this.launcher = launcher;
        alone = new RestartingJudge(new ChildJudge(launcher, time));
        together = new ChildJudge(this, time);
    }

    public async Task<Judgement> JudgeAsync(JudgeRequest request, CancellationToken cancellation)
    {
        // What is timed has a process for itself, which is set up for it.
        if (request.Measure is not null)
            return await alone.JudgeAsync(request, cancellation);
        var judgement = await together.JudgeAsync(request with { Shared = true }, cancellation);
        return judgement.Ending == Verdict.Accepted ? judgement : await alone.JudgeAsync(request, cancellation);
    }

    JudgeProcess ILauncher.Launch(JudgeRequest request)
    {
        lock (gate)
        {
            var found = idle.FindIndex(one => one.Limits == request.Limits);
            if (found >= 0)
            {
                var process = idle[found].Process;
                idle.RemoveAt(found);
                return process;
            }
        }

        return launcher.Launch(request);
    }

    void ILauncher.Release(JudgeProcess process, JudgeRequest request, bool whole)
    {
        process.Served++;
        if (!whole || process.Served == MostServed || ProcessTable.Read(process.Id).MemoryBytes > MostBytes)
        {
            process.Dispose();
            return;
        }

        lock (gate)
        {
            // Other limits mean another kata, and those before it are done.
            foreach (var (other, _) in idle.Where(one => one.Limits != request.Limits))
                other.Dispose();
            idle.RemoveAll(one => one.Limits != request.Limits);
            idle.Add((process, request.Limits));
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var (process, _) in idle)
                process.Dispose();
            idle.Clear();
        }
    }
}
