using Grader.Configuration;
using Grader.Records;
using Judge;

namespace Grader.Scoring;

/// <summary>
/// Decides a measured criterion. A figure fails only when its whole interval lies beyond the bound: what is in doubt is
/// accepted. Wall speedup, the weakest figure against noise, fails moreover only on a machine that showed meanwhile that
/// it can speed something up, and only where the strong figures (work and span, processor time) say the same.
/// </summary>
internal static class Thresholds
{
    public static (Verdict Verdict, string Message) Decide(Criterion criterion, Measurements figures) =>
        criterion.Measure switch
        {
            Measure.CpuOverhead => Bound(
                criterion, figures.CpuOverheadLow, figures.CpuOverhead, figures.CpuOverheadHigh,
                "It needs {0} times the processor time of the sequential baseline"),
            Measure.WallSpeedup => Speedup(criterion, figures),
            null => throw new ArgumentException($"{criterion.Id} is not measured", nameof(criterion)),
            _ => throw new ArgumentOutOfRangeException(nameof(criterion)),
        };

    private static (Verdict, string) Speedup(Criterion criterion, Measurements figures)
    {
        if (!figures.Quiet)
        {
            return (Verdict.Inconclusive, FormattableString.Invariant(
                $"This machine could not show a speedup meanwhile: a kernel known to be parallel reached {figures.Calibration:0.00} on {figures.Processors} processors. It costs no points."));
        }

        var (verdict, message) = Bound(
            criterion, figures.WallSpeedupLow, figures.WallSpeedup, figures.WallSpeedupHigh,
            "By the clock it is {0} times as fast as the sequential baseline");
        return verdict == Verdict.TooSlow && Promised(figures) >= criterion.AtLeast
            ? (Verdict.Inconclusive, $"{message} By work, span and processor time it should reach that: the clock was disturbed. It costs no points.")
            : (verdict, message);
    }

    /// <summary>The speedup that work, span and processor time promise on this machine; 0 when they were not counted.</summary>
    private static double Promised(Measurements figures) =>
        figures.CpuOverhead > 0 ? Math.Min(figures.Parallelism, figures.Processors) / figures.CpuOverhead : 0;

    private static (Verdict, string) Bound(Criterion criterion, double low, double value, double high, string told)
    {
        var (bad, asked) = criterion.AtMost is { } most
            ? (low > most, FormattableString.Invariant($"at most {most:0.##}"))
            : (high < criterion.AtLeast, FormattableString.Invariant($"at least {criterion.AtLeast:0.##}"));
        var figure = FormattableString.Invariant($"{value:0.00} ({low:0.00} to {high:0.00})");
        return bad
            ? (Verdict.TooSlow, string.Format(System.Globalization.CultureInfo.InvariantCulture, told, figure) + $"; asked is {asked}.")
            : (Verdict.Accepted, "");
    }
}
