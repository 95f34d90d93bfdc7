using Judge.Protocol;

namespace Grader.Judging;

/// <summary>
/// What one submission may still take, over all starts of all its judges: who burns a minute and then crashes, breaks the judge or is
/// timed, again and again, must not hold a class up.
/// </summary>
/// <param name="CpuSeconds">Processor time.</param>
/// <param name="WaitedSeconds">Time by the clock in which no processor is wanted.</param>
internal sealed record TimeBudget(double CpuSeconds, double WaitedSeconds)
{
    /// <summary>In limits of a single start.</summary>
    private const double Starts = 1.5;

    private const double Attempt = 0.5;

    public static TimeBudget Of(JudgeLimits single) => new(single.CpuSeconds * Starts, single.WallSeconds * Starts);

    /// <summary>
    /// What a judge that was used before may take: half of a start, which does not count if a new one has to begin from the
    /// start. So all starts of a submission together have twice the limits of one at most, and the new one has what it always has.
    /// </summary>
    public static JudgeLimits OfAttempt(JudgeLimits single) =>
        single with { CpuSeconds = single.CpuSeconds * Attempt, WallSeconds = single.WallSeconds * Attempt };

    /// <summary>Whether too little is left to start anything.</summary>
    public bool IsSpent => CpuSeconds < 1 || WaitedSeconds < 1;

    public TimeBudget Less(Judgement used) => new(CpuSeconds - used.CpuSeconds, WaitedSeconds - used.WaitedSeconds);

    /// <summary>The request within what is left, in whole seconds, which a student is told.</summary>
    public JudgeRequest Fit(JudgeRequest request)
    {
        var limits = request.Limits;
        return request with
        {
            Limits = limits with
            {
                CpuSeconds = CpuSeconds < limits.CpuSeconds ? Math.Floor(CpuSeconds) : limits.CpuSeconds,
                WallSeconds = WaitedSeconds < limits.WallSeconds ? Math.Floor(WaitedSeconds) : limits.WallSeconds,
            },
            Starts = limits with { CpuSeconds = CpuSeconds, WallSeconds = WaitedSeconds },
        };
    }
}
