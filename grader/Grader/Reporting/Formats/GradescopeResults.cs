using System.Text.Json;
using System.Text.Json.Nodes;
using Grader.Configuration;
using Grader.Reporting.Adjusting;
using Grader.Verdicts;
using Judge;

namespace Grader.Reporting.Formats;

/// <summary>
/// <c>results.json</c> for Gradescope: a test for each criterion, shown to students when the criterion says so, and a
/// leaderboard of parallel speed.
/// </summary>
/// <remarks>
/// By https://gradescope-autograders.readthedocs.io/en/latest/specs/ and …/leaderboards/. The score at the top overrides
/// the sum of the tests, so that what was changed after grading counts.
/// </remarks>
internal static class GradescopeResults
{
    public static IEnumerable<ReportFile> Render(FormatInput input)
    {
        var student = input.Student("gradescope");
        return [new("results.json", FormatJson.Text(Results(student)))];
    }

    private static JsonObject Results(ReportSubmission student)
    {
        var results = new JsonObject
        {
            ["score"] = student.Score,
            ["execution_time"] = Math.Round(student.Katas.Sum(kata => kata.Criteria.Sum(criterion => criterion.Seconds)), 3),
            ["visibility"] = "visible",
            ["tests"] = FormatJson.Array(student.Katas.SelectMany((kata, i) => Tests(kata, i + 1))),
        };
        List<string> told = [.. (student.Notes ?? []).Select(MarkdownText.Of), .. (student.Comments ?? []).Select(Comment)];
        if (told.Count > 0)
        {
            results["output"] = string.Join("\n\n", told);
            results["output_format"] = "md";
        }

        var board = student.Katas.SelectMany(Board).ToList();
        if (board.Count > 0)
            results["leaderboard"] = FormatJson.Array(board);
        return results;
    }

    private static IEnumerable<JsonObject> Tests(ReportKata kata, int number)
    {
        for (var i = 0; i < kata.Criteria.Count; i++)
            yield return Test(kata, kata.Criteria[i], $"{number}.{i + 1}");
        var next = kata.Criteria.Count;
        if (AdjustmentText.Of(kata).Select(MarkdownText.Of).ToList() is { Count: > 0 } changes)
            yield return Told(kata, "points changed after grading", $"{number}.{++next}", changes);
        if (kata.Comments is { } comments)
            yield return Told(kata, "comments", $"{number}.{++next}", comments.Select(Comment));
    }

    /// <summary>Without points of its own: the score at the top has every change in it.</summary>
    private static JsonObject Told(ReportKata kata, string what, string number, IEnumerable<string> lines) => new()
    {
        ["name"] = PlainText.Line($"{kata.Title}: {what}"),
        ["number"] = number,
        ["status"] = kata.Score >= kata.MaxScore ? "passed" : "failed",
        ["output"] = string.Join("\n\n", lines),
        ["output_format"] = "md",
        ["visibility"] = "visible",
    };

    private static string Comment(ReportComment comment) =>
        (comment.Location is { } place ? MarkdownText.Code($"{place.File}:{place.Line}") + " " : "") + MarkdownText.Of(comment.Text);

    private static JsonObject Test(ReportKata kata, ReportCriterion criterion, string number) => new()
    {
        ["name"] = PlainText.Line($"{kata.Title}: {criterion.Title}"),
        ["name_format"] = "text",
        ["number"] = number,
        ["score"] = criterion.Score,
        ["max_score"] = criterion.MaxScore,
        ["status"] = VerdictTable.CostsNothing(criterion.Verdict) ? "passed" : "failed",
        ["output"] = Output(kata, criterion),
        ["output_format"] = "md",
        ["tags"] = new JsonArray(kata.Id, criterion.Verdict.ToString()),
        ["visibility"] = JsonNamingPolicy.SnakeCaseLower.ConvertName((criterion.Visibility ?? Visibility.Visible).ToString()),
    };

    private static string Output(ReportKata kata, ReportCriterion criterion)
    {
        if (criterion.Verdict == Verdict.Accepted)
            return criterion.Schedules > 0 ? $"{criterion.Schedules} {(criterion.Schedules == 1 ? "schedule" : "schedules")} tried, none failed." : "";
        var text = $"**{criterion.Verdict}**\n\n{MarkdownText.Block(ProblemText.Place(criterion.Location) + ProblemText.Message(kata, criterion))}";
        if (criterion.Interleaving.Length > 0)
            text += "\n" + MarkdownText.Block(criterion.Interleaving);
        if (criterion.Hint is { Length: > 0 } hint)
            text += $"\n*Hint:* {MarkdownText.Of(hint)}\n";
        return text;
    }

    /// <summary>
    /// The same names for everybody, as Gradescope makes its columns of them. What is wrong has no speed. The clock of a machine that could
    /// show none says nothing either.
    /// </summary>
    private static IEnumerable<JsonObject> Board(ReportKata kata)
    {
        if (kata.Timed != true)
            yield break;
        var figures = kata.Verdict is Verdict.Accepted or Verdict.TooSlow or Verdict.NotParallel ? kata.Measurements : null;
        yield return Entry($"{kata.Title}: parallelism", figures?.Parallelism is { } parallelism ? parallelism : "-");
        yield return Entry($"{kata.Title}: speedup", figures is { WallSpeedup: [_, var speedup, _], WallVerdict: nameof(Verdict.Accepted) } ? speedup : "-");
    }

    private static JsonObject Entry(string name, JsonNode value) => new() { ["name"] = name, ["value"] = value, ["order"] = "desc" };
}
