using Interleaving;
using Interleaving.Scheduling;
using Judge;
using Judge.Protocol;

namespace Grader.Reporting;

/// <summary>
/// What ran on which simulated core from when to when. Time is counted work, in loop rounds and calls: the same on every machine. It
/// is told as exactly as a drawing shows it, and no more: a program can work for as long as a number that it means to tell.
/// </summary>
/// <param name="Makespan">When the last core was done.</param>
/// <param name="Cores">One for each, also for those that had nothing to do.</param>
internal sealed record ReportTimeline(long Makespan, IReadOnlyList<ReportCore> Cores)
{
    /// <summary>Into how many steps the whole is divided at most.</summary>
    public const int MostSteps = 250;

    /// <summary>Cores that work for so much of the time show nothing that could be better.</summary>
    private const double Busy = 0.95;

    /// <summary>Null where it would tell nothing of the fault: that is something else, there is one core alone, or all are busy.</summary>
    public static ReportTimeline? Of(Verdict verdict, ParallelismSample? counted)
    {
        if (verdict is not (Verdict.NotParallel or Verdict.TooSlow) || counted is not { Cores: > 1 and <= UntrustedLimits.MostUses, Uses.Count: > 0 }
            || counted.Parallelism >= Busy * counted.Cores)
            return null;
        var step = Step(counted.Makespan);
        var uses = counted.Uses.ToLookup(use => use.Core);
        return new ReportTimeline(
            Rounded(counted.Makespan, step),
            [.. Enumerable.Range(0, counted.Cores).Select(core => new ReportCore(
                Rounded(uses[core].Sum(use => use.Work), step), [.. uses[core].Select(use => Of(use, step))]))]);
    }

    /// <summary>What lasts less than a step lasts one.</summary>
    private static ReportUse Of(CoreUse use, long step)
    {
        var to = Math.Max(step, Rounded(use.To, step));
        var busy = Math.Round(20.0 * use.Work / (use.To - use.From)) / 20;
        return new ReportUse(
            use.Operation, Math.Min(Rounded(use.From, step), to - step), to, use.Operations > 1 ? true : null, busy < 1 ? busy : null);
    }

    private static long Rounded(long time, long step) => (time + (step / 2)) / step * step;

    /// <summary>1, 2 or 5 times a power of ten.</summary>
    private static long Step(long makespan)
    {
        for (var power = 1L; ; power *= 10)
        {
            foreach (var factor in (long[])[1, 2, 5])
            {
                if (makespan / (power * factor) < MostSteps)
                    return power * factor;
            }
        }
    }
}

/// <summary>One simulated core.</summary>
/// <param name="Work">What was done on it.</param>
/// <param name="Uses">In order of time; before, between and after them it is idle.</param>
internal sealed record ReportCore(long Work, IReadOnlyList<ReportUse> Uses);

/// <summary>A core is in use.</summary>
/// <param name="Operation">Who ran there; the one that did longest, when there are several.</param>
/// <param name="Several">True for several operations too short to be told apart; else absent.</param>
/// <param name="Busy">Which part of the time went into work, where somebody waits on the core or short ones leave gaps; absent for all.</param>
internal sealed record ReportUse(string Operation, long From, long To, bool? Several = null, double? Busy = null);
