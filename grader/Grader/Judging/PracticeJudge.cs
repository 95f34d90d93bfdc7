using System.ComponentModel;
using Grader.Judging.Sandboxes;
using Judge;
using Judge.Protocol;

namespace Grader.Judging;

/// <summary>
/// For one's own code, again and again: in no sandbox, as `dotnet test` runs it, and each time by a judge that has
/// rehearsed the code of the time before.
/// </summary>
internal sealed class PracticeJudge(TimeProvider time) : IJudge, IDisposable
{
    /// <summary>Enough for the runtime to have met all that a search does.</summary>
    private const int RehearsedSchedules = 20;

    /// <summary>What takes longer is not worth the rehearsal, nor may it eat into the limit of what comes after it.</summary>
    private static readonly TimeSpan LongestRehearsed = TimeSpan.FromSeconds(5);

    private static readonly JudgeLauncher Fresh = new(Sandbox.None);

    private readonly Standby standby = new(Fresh);
    private JudgeRequest? rehearsal;

    public async Task<Judgement> JudgeAsync(JudgeRequest request, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        var rehearsed = rehearsal is not null;
        try
        {
            var judgement = await new ChildJudge(standby, time).JudgeAsync(request, cancellation);
            // Was it the rehearsal that it did not survive? A fresh one knows of none.
            if (rehearsed && judgement.Ending is Verdict.Crash or Verdict.JudgeError)
                judgement = await new ChildJudge(Fresh, time).JudgeAsync(request, cancellation);
            if (judgement.Ending == Verdict.Accepted && time.GetElapsedTime(start) < LongestRehearsed)
                rehearsal = request with { Exploration = request.Exploration with { Schedules = RehearsedSchedules } };
            return judgement;
        }
        finally
        {
            Rehearse();
        }
    }

    public void Dispose() => standby.Dispose();

    private void Rehearse()
    {
        if (rehearsal is null)
            return;
        try
        {
            standby.Prepare(rehearsal);
        }
        catch (Exception e) when (e is Win32Exception or IOException or InvalidOperationException)
        {
            // Then the next one starts cold, and says what is wrong.
        }
    }
}
