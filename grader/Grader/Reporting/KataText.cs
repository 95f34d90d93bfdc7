using System.Text;
using Grader.Reporting.Adjusting;
using Judge;

namespace Grader.Reporting;

/// <summary>One kata of one student as plain text, with the picture: what <c>explain</c> prints.</summary>
internal static class KataText
{
    /// <param name="kata">What there is to tell.</param>
    /// <param name="replay">The command that replays a schedule, but for the schedule.</param>
    public static string Render(ReportKata kata, string replay)
    {
        var text = new StringBuilder();
        text.Append($"{kata.Title} ({kata.Id}): {kata.Verdict}, {Points(kata.Score, kata.MaxScore)}\n");
        foreach (var change in AdjustmentText.Of(kata))
            text.Append(PlainText.Indented(change, "  ")).Append('\n');
        foreach (var finding in kata.Findings ?? [])
            text.Append(PlainText.Indented(Place(finding.Location) + finding.Message, "  ")).Append('\n');
        foreach (var criterion in kata.Criteria)
            Append(text, criterion, replay, told: kata.Findings is null);
        if (kata.Measurements is { } figures)
            text.Append('\n').Append(Figures(figures));
        return text.ToString();
    }

    private static void Append(StringBuilder text, ReportCriterion criterion, string replay, bool told)
    {
        text.Append($"\n{criterion.Title} ({criterion.Id}): {criterion.Verdict}, {Points(criterion.Score, criterion.MaxScore)}");
        text.Append(criterion.Schedules switch { 0 => "\n", 1 => ", 1 schedule\n", var tried => $", {tried} schedules\n" });
        if (criterion.Verdict == Verdict.Accepted || !told)
            return;
        text.Append(PlainText.Indented(Place(criterion.Location) + criterion.Message, "  ")).Append('\n');
        if (criterion.Interleaving.Length > 0)
            text.Append('\n').Append(PlainText.Indented(criterion.Interleaving, "  ")).Append('\n');
        if (criterion.Schedule.Length > 0)
            text.Append($"\n  replay it: {replay} --schedule {PlainText.Of(criterion.Schedule)}\n");
        if (criterion.Hint is { } hint)
            text.Append(PlainText.Indented("hint: " + hint, "  ")).Append('\n');
    }

    private static string Figures(ReportMeasurements figures)
    {
        var text = new StringBuilder();
        if (figures.Parallelism is { } parallelism)
            text.Append($"parallelism   {parallelism:0.00} on {figures.Cores} simulated cores\n");
        if (figures.CpuOverheadBounds is [var low, var median, var high])
            text.Append($"CPU overhead  {median:0.00} (between {low:0.00} and {high:0.00}); 1 is the sequential baseline\n");
        if (figures.WallSpeedup is [var slow, var usual, var fast])
        {
            text.Append($"wall speedup  {usual:0.00} (between {slow:0.00} and {fast:0.00}); the ideal is {figures.Processors}, ");
            text.Append($"and this machine gave a kernel known to be parallel {figures.Calibration:0.00}: {figures.WallVerdict}\n");
        }

        return text.ToString();
    }

    private static string Place(ReportLocation? location) => location switch
    {
        null => "",
        { Line: > 0 } => $"{location.File}:{location.Line}: ",
        _ => $"{location.File}: ",
    };

    private static string Points(double score, double most) => $"{PlainText.Points(score)} of {PlainText.Points(most)} points";
}
