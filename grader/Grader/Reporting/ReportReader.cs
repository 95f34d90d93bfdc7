using System.Text.Json;

namespace Grader.Reporting;

/// <summary>Reads <c>report.json</c> back.</summary>
internal static class ReportReader
{
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

    /// <summary>What a report must not leave out: the serializer gives null for what is absent.</summary>
    private static string? Problem(Report report)
    {
        if (report is { Grader.Suites: null } or { Grader: null } or { Machine: null } or { Submissions: null })
            return "grader, machine or submissions is missing";
        foreach (var student in report.Submissions)
        {
            if (student is null or { Id: null } or { Katas: null })
                return "a submission has no id or no katas";
            foreach (var kata in student.Katas)
            {
                if (kata is null or { Id: null } or { Title: null } or { Criteria: null })
                    return $"a kata of {student.Id} has no id, title or criteria";
                if (kata.Criteria.Any(criterion => criterion is null or { Id: null } or { Title: null } or { Message: null }
                    or { Schedule: null } or { Interleaving: null }))
                    return $"a criterion of {student.Id}'s {kata.Id} has no id, title, message, schedule or interleaving";
                if (kata.Criteria.Any(criterion => criterion.Story is { } story && !IsWhole(story)))
                    return $"a story of {student.Id}'s {kata.Id} has no lanes, steps, kinds or texts";
                if (kata.Measurements?.Flame?.All(IsWhole) == false)
                    return $"a stack of {student.Id}'s {kata.Id} has no frames";
                if (kata.Sources?.Any(source => source is null or { File: null } or { Text: null }) == true)
                    return $"a source of {student.Id}'s {kata.Id} has no file or text";
            }
        }

        return null;
    }

    private static bool IsWhole(ReportFrame? stack) => stack is { Stack: not null } && !stack.Stack.Any(frame => frame is null);

    private static bool IsWhole(ReportStory story) => story is { Lanes: not null, Steps: not null }
        && !story.Lanes.Any(lane => lane is null) && !story.Steps.Any(step => step is null or { Kind: null } or { Text: null });
}
