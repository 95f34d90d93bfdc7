using Grader.Configuration;
using Grader.Records;
using Grader.Verdicts;
using Interleaving.Scheduling;
using Judge;

namespace Grader.Reporting;

/// <summary>Turns grades into the report's records. Pure.</summary>
internal static class ReportBuilder
{
    /// <summary>Characters of a message; the longest of ours have some hundreds.</summary>
    public const int MostOfMessage = 8_000;

    /// <summary>Characters of an interleaving's table.</summary>
    private const int MostOfTable = 200_000;

    public static Report Build(ReportGrader grader, ReportMachine machine, IEnumerable<ReportSubmission> submissions) => new(
        Report.SchemaName, grader, machine, [.. submissions.OrderBy(submission => submission.Id, StringComparer.Ordinal)]);

    public static ReportSubmission Submission(string student, IReadOnlyList<ReportKata> katas, IReadOnlyList<string> notes) => new(
        student,
        (double)katas.Sum(kata => (decimal)kata.Score),
        (double)katas.Sum(kata => (decimal)kata.MaxScore),
        katas,
        notes.Count == 0 ? null : notes);

    /// <param name="grade">What it got.</param>
    /// <param name="files">What was handed in; empty to leave it out.</param>
    public static ReportKata Kata(KataGrade grade, IReadOnlyList<SourceFile> files) => new(
        grade.Kata.Id,
        grade.Kata.Title,
        grade.Verdict,
        (double)grade.Score,
        (double)grade.Kata.Points,
        [.. grade.Criteria.Select(criterion => Criterion(criterion, grade.Kata, ran: grade.Findings.Count == 0))],
        grade.Findings.Count == 0 ? null : [.. grade.Findings.Select(Finding)],
        grade.Measurements is { } figures ? Measurements(figures, grade.Stacks) : null,
        grade.Findings.Any(finding => finding.Missing) ? true : null,
        files.Count == 0 ? null : [.. files.Select(ReportSource.Of)])
    {
        Timed = grade.Kata.Criteria.Any(criterion => criterion.Measure is not null) ? true : null,
    };

    private static ReportCriterion Criterion(CriterionGrade grade, Kata kata, bool ran) => new(
        grade.Criterion.Id,
        grade.Criterion.Title,
        grade.Verdict,
        (double)grade.Score,
        (double)grade.Criterion.Points,
        Lines(grade.Judged.Message, MostOfMessage),
        // A hint for what was not looked at would lead astray.
        !ran || VerdictTable.CostsNothing(grade.Verdict) || grade.Judged.NotTimed ? null : Hints.For(kata, grade.Criterion, grade.Verdict),
        // A line of the hidden suite tells a student nothing.
        grade.Judged.Location is { } location && kata.Files.Contains(location.File) ? new ReportLocation(location.File, location.Line) : null,
        grade.Judged.Schedule,
        Lines(grade.Judged.Interleaving, MostOfTable),
        grade.Judged.Schedules,
        Math.Round(grade.Judged.Seconds, 3),
        grade.Criterion.Visibility,
        grade.Judged.Story is { } story ? ReportStory.Of(story) : null,
        ReportTimeline.Of(grade.Verdict, grade.Judged.Counted),
        grade.Judged.NotTimed ? true : null);

    private static ReportFinding Finding(Finding finding) =>
        new(Lines(finding.Message, MostOfMessage), new ReportLocation(finding.File, finding.Line));

    private static ReportMeasurements Measurements(Measurements figures, IReadOnlyList<WorkStack> stacks) => new(
        figures.Cores > 0 ? Round(figures.Parallelism) : null,
        figures.Cores,
        figures.CpuOverhead > 0 ? Round(figures.CpuOverhead) : null,
        figures.CpuOverhead > 0 ? [Round(figures.CpuOverheadLow), Round(figures.CpuOverhead), Round(figures.CpuOverheadHigh)] : null,
        figures.WallSpeedup > 0 ? [Round(figures.WallSpeedupLow), Round(figures.WallSpeedup), Round(figures.WallSpeedupHigh)] : null,
        (figures.Quiet ? Verdict.Accepted : Verdict.Inconclusive).ToString(),
        Round(figures.Calibration),
        figures.Processors,
        stacks.Count == 0 ? null : [.. stacks.Select(stack => new ReportFrame(stack.Stack, stack.Work))]);

    /// <summary>One kind of line end, whatever an assertion library used; a text that nobody will read whole is cut.</summary>
    private static string Lines(string text, int most)
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n');
        return lines.Length <= most ? lines
            : $"{lines.AsSpan(0, char.IsHighSurrogate(lines[most - 1]) ? most - 1 : most)}\n… and {lines.Length - most} more characters";
    }

    private static double Round(double value) => Math.Round(value, 3);
}
