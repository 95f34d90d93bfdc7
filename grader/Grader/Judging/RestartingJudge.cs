using Judge;
using Judge.Protocol;

namespace Grader.Judging;

/// <summary>
/// Starts a judge again for the criteria that it did not come to: a submission that ends its process under one criterion
/// has still to show what it can do under the others.
/// </summary>
internal sealed class RestartingJudge(IJudge judge) : IJudge
{
    /// <summary>What is stopped by the clock takes its whole time; what hangs everywhere must not take it for each criterion.</summary>
    private const int MostTimeLimits = 2;

    /// <summary>
    /// What one submission may take over all its starts, in limits of a single one: who burns a minute and crashes, and again
    /// under each criterion, must not hold a class up.
    /// </summary>
    private const double Budget = 1.5;

    public async Task<Judgement> JudgeAsync(JudgeRequest request, CancellationToken cancellation)
    {
        var whole = await judge.JudgeAsync(request, cancellation);
        var left = Less(request.Limits with { CpuSeconds = request.Limits.CpuSeconds * Budget, WallSeconds = request.Limits.WallSeconds * Budget }, whole);
        var timeLimits = 0;
        for (var last = whole; last is { Ending: Verdict.Crash or Verdict.MemoryLimit or Verdict.TimeLimit, Unreached: [_, ..] open };)
        {
            timeLimits += last.Ending == Verdict.TimeLimit ? 1 : 0;
            if (timeLimits == MostTimeLimits || left is { CpuSeconds: < 1 } or { WallSeconds: < 1 })
                break;
            last = await AskAsync(request with { Criteria = open, Limits = Least(request.Limits, left) }, cancellation);
            left = Less(left, last);
            whole = Joined(whole, last);
            if (last.Unreached.Count >= open.Count)
                break;
        }

        return whole;
    }

    private static JudgeLimits Less(JudgeLimits limits, Judgement used) => limits with
    {
        CpuSeconds = limits.CpuSeconds - used.CpuSeconds,
        WallSeconds = limits.WallSeconds - used.WaitedSeconds,
    };

    /// <summary>In whole seconds, which a student is told.</summary>
    private static JudgeLimits Least(JudgeLimits limits, JudgeLimits left) => limits with
    {
        CpuSeconds = left.CpuSeconds < limits.CpuSeconds ? Math.Floor(left.CpuSeconds) : limits.CpuSeconds,
        WallSeconds = left.WallSeconds < limits.WallSeconds ? Math.Floor(left.WallSeconds) : limits.WallSeconds,
    };

    /// <summary>A fault of ours is worth a second try: it may have been the machine's.</summary>
    private async Task<Judgement> AskAsync(JudgeRequest request, CancellationToken cancellation)
    {
        var first = await judge.JudgeAsync(request, cancellation);
        if (first.Ending != Verdict.JudgeError)
            return first;
        var second = await judge.JudgeAsync(request, cancellation);
        return second with { CpuSeconds = first.CpuSeconds + second.CpuSeconds, WaitedSeconds = first.WaitedSeconds + second.WaitedSeconds };
    }

    /// <summary>It stays a judgement of what ended before its time, with what became known since.</summary>
    private static Judgement Joined(Judgement whole, Judgement later) => whole with
    {
        Criteria = [.. whole.Criteria.Select(criterion => whole.Unreached.Contains(criterion.Id) ? later.Of(criterion.Id) : criterion)],
        Unreached = later.Unreached,
        Parallelism = [.. whole.Parallelism, .. later.Parallelism],
    };
}
