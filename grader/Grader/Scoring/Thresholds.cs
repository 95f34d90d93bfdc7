using Grader.Configuration;
using Grader.Records;
using Judge;

namespace Grader.Scoring;

/// <summary>
/// Decides a measured criterion. A figure fails only when its whole interval lies beyond the bound; wall speedup, the
/// weakest figure against noise, moreover only on a machine that showed meanwhile that it can speed something up.
/// </summary>
internal static class Thresholds
{
    public static (Verdict Verdict, string Message) Decide(Criterion criterion, Measurements figures) =>
        criterion.Measure switch
        {
            Measure.CpuOverhead => Bound(
                criterion, figures.CpuOverheadLow, figures.CpuOverhead, figures.CpuOverheadHigh, "processor time of the sequential baseline"),
            Measure.WallSpeedup when !figures.Quiet => (
                Verdict.Inconclusive,
                FormattableString.Invariant(
                    $"This machine could not show a speedup meanwhile: a kernel known to be parallel reached {figures.Calibration:0.00} on {figures.Processors} processors. It costs no points.")),
            Measure.WallSpeedup => Bound(
                criterion, figures.WallSpeedupLow, figures.WallSpeedup, figures.WallSpeedupHigh, "speed of the sequential baseline"),
            null => throw new ArgumentException($"{criterion.Id} is not measured", nameof(criterion)),
            _ => throw new ArgumentOutOfRangeException(nameof(criterion)),
        };

    private static (Verdict, string) Bound(Criterion criterion, double low, double median, double high, string unit)
    {
        var (good, bad, asked) = criterion.AtMost is { } most
            ? (median <= most, low > most, FormattableString.Invariant($"at most {most:0.##}"))
            : (median >= criterion.AtLeast, high < criterion.AtLeast, FormattableString.Invariant($"at least {criterion.AtLeast:0.##}"));
        var told = FormattableString.Invariant(
            $"It has {median:0.00} times the {unit} (between {low:0.00} and {high:0.00}); asked is {asked}.");
        return good ? (Verdict.Accepted, "")
            : bad ? (Verdict.TooSlow, told)
            : (Verdict.Inconclusive, told + " Too close to call, so it costs no points.");
    }
}
