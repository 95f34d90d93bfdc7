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

    public async Task<Judgement> JudgeAsync(JudgeRequest request, CancellationToken cancellation)
    {
        var left = request.Starts is { } all ? new TimeBudget(all.CpuSeconds, all.WallSeconds) : TimeBudget.Of(request.Limits);
        var whole = await judge.JudgeAsync(request, cancellation);
        left = left.Less(whole);
        var timeLimits = 0;
        for (var last = whole; last is { Ending: Verdict.Crash or Verdict.MemoryLimit or Verdict.TimeLimit, Unreached: [_, ..] open };)
        {
            timeLimits += last.Ending == Verdict.TimeLimit ? 1 : 0;
            if (timeLimits == MostTimeLimits || left.IsSpent)
                break;
            (last, left) = await AskAsync(request with { Criteria = open }, left, cancellation);
            whole = Joined(whole, last);
            if (last.Unreached.Count >= open.Count)
                break;
        }

        return whole;
    }

    /// <summary>A fault of ours is worth a second try: it may have been the machine's.</summary>
    private async Task<(Judgement Judgement, TimeBudget Left)> AskAsync(JudgeRequest request, TimeBudget left, CancellationToken cancellation)
    {
        var first = await judge.JudgeAsync(left.Fit(request), cancellation);
        left = left.Less(first);
        if (first.Ending != Verdict.JudgeError || left.IsSpent)
            return (first, left);
        var second = await judge.JudgeAsync(left.Fit(request), cancellation);
        return (Added(second, first), left.Less(second));
    }

    private static Judgement Added(Judgement to, Judgement used) =>
        to with { CpuSeconds = to.CpuSeconds + used.CpuSeconds, WaitedSeconds = to.WaitedSeconds + used.WaitedSeconds };

    /// <summary>It stays a judgement of what ended before its time, with what became known since.</summary>
    private static Judgement Joined(Judgement whole, Judgement later) => Added(whole, later) with
    {
        Criteria = [.. whole.Criteria.Select(criterion => whole.Unreached.Contains(criterion.Id) ? later.Of(criterion.Id) : criterion)],
        Unreached = later.Unreached,
        Parallelism = [.. whole.Parallelism, .. later.Parallelism],
    };
}
