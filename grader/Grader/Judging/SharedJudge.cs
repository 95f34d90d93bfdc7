using Judge.Protocol;

namespace Grader.Judging;

/// <summary>
/// Judges what one owner handed in one after another in one process: a new one spends more on compiling the engine and NUnit than
/// most submissions need. What two owners handed in never shares one. A judge that was used before is believed only where it says
/// what any would (<see cref="Judgement.Plain"/>); whatever else it says, the request is judged by a new one, as if it had been the
/// first. So it makes no difference what was judged before.
/// </summary>
internal sealed class SharedJudge : IJudge, IDisposable
{
    private readonly IJudge alone;
    private readonly IJudge first;
    private readonly JudgePool pool;
    private readonly TimeProvider time;

    /// <param name="launcher">Starts the processes.</param>
    /// <param name="time">The clock of their limits.</param>
    /// <param name="jobs">Requests at a time.</param>
    public SharedJudge(ILauncher launcher, TimeProvider time, int jobs)
    {
        pool = new JudgePool(jobs, time);
        this.time = time;
        alone = new RestartingJudge(new ChildJudge(launcher, time));
        first = new RestartingJudge(new ChildJudge(new First(launcher, pool), time));
    }

    public async Task<Judgement> JudgeAsync(JudgeRequest request, CancellationToken cancellation)
    {
        // What is timed has a process for itself, which is set up for it; and a part of a suite is asked for where something went wrong.
        if (request is not { Owner: not null, Measure: null, Criteria: null, Probe: null })
            return await alone.JudgeAsync(request, cancellation);
        request = request with { Shared = true };
        if (await pool.TakeAsync(request) is { } process)
        {
            var again = new ChildJudge(new Again(process, request, pool), time);
            var judgement = await again.JudgeAsync(request with { Limits = TimeBudget.OfAttempt(request.Limits) }, cancellation);
            if (judgement.Plain)
                return judgement;
        }

        return await first.JudgeAsync(request, cancellation);
    }

    public void Dispose() => pool.Dispose();

    /// <summary>A new process, kept for the next request if that may be.</summary>
    private sealed class First(ILauncher launcher, JudgePool pool) : ILauncher
    {
        public JudgeProcess Launch(JudgeRequest request) => launcher.Launch(request);

        public void Release(JudgeProcess process, JudgeRequest request, bool whole)
        {
            // After a restart, something went wrong under this kata.
            if (whole && request.Criteria is null)
                pool.Add(process, request);
            else
                launcher.Release(process, request, whole);
        }
    }

    /// <summary>One that was used before, for a request with all of its limits.</summary>
    private sealed class Again(JudgeProcess process, JudgeRequest entire, JudgePool pool) : ILauncher
    {
        public JudgeProcess Launch(JudgeRequest request) => process;

        public void Release(JudgeProcess process, JudgeRequest request, bool whole)
        {
            if (whole)
                pool.Add(process, entire);
            else
                process.Dispose();
        }
    }
}
