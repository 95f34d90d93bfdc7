using System.Text.Json;

namespace Grader.Reporting;

/// <summary>Reads <c>report.json</c> back.</summary>
internal static class ReportReader
{
    private const double MostFigure = 1_000_000_000;

    /// <param name="json">The file's text.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="WrongUseException">It is no report, or one of another schema.</exception>
    public static Report Read(string json, string file)
    {
        try
        {
            var report = JsonSerializer.Deserialize(json, ReportJson.Default.Report);
            if (report?.Schema != Report.SchemaName)
            {
                throw new WrongUseException(
                    $"{file}: the schema is '{report?.Schema}', but '{Report.SchemaName}' is needed; give a report.json of this grader");
            }

            return Problem(report) is { } problem
                ? throw new WrongUseException($"{file}: {problem}; grade again to get a whole report")
                : report;
        }
        catch (JsonException e)
        {
            var at = e.LineNumber is { } line ? $":{line + 1}" : "";
            throw new WrongUseException($"{file}{at}: this is no report.json ({e.Path ?? "$"} cannot be read)");
        }
    }

    private static string? Problem(Report report)
    {
        if (report is { Grader.Suites: null } or { Grader: null } or { Machine: null } or { Submissions: null })
            return "grader, machine or submissions is missing";
        if (Figures(report).Any(figure => !(Math.Abs(figure) <= MostFigure)))
            return FormattableString.Invariant($"a figure is beyond {MostFigure:0}, which nothing that is graded or measured comes near");
        return Gap(report);
    }

    /// <summary>What a report must not leave out: the serializer gives null for what is absent.</summary>
    private static string? Gap(Report report)
    {
        foreach (var student in report.Submissions)
        {
            if (student?.Comments?.Any(comment => comment?.Text is null) == true)
                return $"a comment on {student.Id} has no text";
            if (student is null or { Id: null } or { Katas: null })
                return "a submission has no id or no katas";
            foreach (var kata in student.Katas)
            {
                if (kata is null or { Id: null } or { Title: null } or { Criteria: null })
                    return $"a kata of {student.Id} has no id, title or criteria";
                if (kata.Criteria.Any(criterion => criterion is null or { Id: null } or { Title: null } or { Message: null }
                    or { Schedule: null } or { Interleaving: null }))
                    return $"a criterion of {student.Id}'s {kata.Id} has no id, title, message, schedule or interleaving";
                if (kata.Criteria.Select(criterion => criterion.Verdict).Append(kata.Verdict).Any(verdict => !Enum.IsDefined(verdict)))
                    return $"a verdict of {student.Id}'s {kata.Id} is none that there is";
                if (kata.Criteria.Any(criterion => criterion.Story is { } story && !IsWhole(story)))
                    return $"a story of {student.Id}'s {kata.Id} has no lanes, steps, kinds or texts";
                if (kata.Criteria.Any(criterion => criterion.Timeline is { } timeline && !IsWhole(timeline)))
                    return $"a timeline of {student.Id}'s {kata.Id} does not fit together";
                if (kata.Attempts is { } attempts && !IsWhole(attempts))
                    return $"the attempts of {student.Id}'s {kata.Id} do not fit together";
                if (kata.Comments?.Any(comment => comment?.Text is null) == true)
                    return $"a comment on {student.Id}'s {kata.Id} has no text";
                if (kata.Measurements?.Flame?.All(IsWhole) == false || kata.Samples?.All(IsWhole) == false)
                    return $"a stack of {student.Id}'s {kata.Id} has no frames";
                if (kata.Sources?.Any(source => source is null or { File: null } or { Text: null }) == true)
                    return $"a source of {student.Id}'s {kata.Id} has no file or text";
            }
        }

        return null;
    }

    /// <summary>Every figure that is added up or shown; sums and roundings of larger ones would be none.</summary>
    private static IEnumerable<double> Figures(Report report) => report.Submissions.OfType<ReportSubmission>().SelectMany(student =>
        (student.Katas ?? []).OfType<ReportKata>().SelectMany(kata => (IEnumerable<double>)
        [
            kata.Score, kata.MaxScore, .. Figures(kata.Measurements), .. kata.Attempts?.Scores ?? [], kata.Attempts?.Was ?? 0, kata.Late?.Percent ?? 0,
            kata.Late?.Was ?? 0, kata.Override?.Points ?? 0, kata.Override?.Was ?? 0,
            .. (kata.Criteria ?? []).OfType<ReportCriterion>().SelectMany(criterion => (IEnumerable<double>)
            [
                criterion.Score, criterion.MaxScore, criterion.Seconds, .. (criterion.Story?.Steps ?? []).Select(step => step?.At ?? 0),
            ]),
        ]).Concat([student.Score, student.MaxScore]));

    private static IEnumerable<double> Figures(ReportMeasurements? figures) => figures is null ? [] :
    [
        figures.Parallelism ?? 0, figures.CpuOverhead ?? 0, figures.Calibration, .. figures.CpuOverheadBounds ?? [], .. figures.WallSpeedup ?? [],
    ];

    private static bool IsWhole(ReportAttempts attempts) => attempts.Scores is { } scores && attempts.Counted >= 1 && attempts.Counted <= scores.Count
        && (attempts.Verdicts is null || attempts.Verdicts.Count == scores.Count);

    private static bool IsWhole(ReportFrame? stack) => stack is { Stack: not null } && !stack.Stack.Any(frame => frame is null);

    private static bool IsWhole(ReportTimeline timeline) => timeline is { Makespan: > 0, Cores: not null }
        && timeline.Cores.All(core => core is { Work: >= 0, Uses: not null }
            && core.Uses.All(use => use is { Operation: not null, From: >= 0, Busy: null or (>= 0 and <= 1) } && use.From < use.To && use.To <= timeline.Makespan));

    private static bool IsWhole(ReportStory story) => story is { Lanes: not null, Steps: not null }
        && !story.Lanes.Any(lane => lane is null) && !story.Steps.Any(step => step is null or { Kind: null } or { Text: null });
}
