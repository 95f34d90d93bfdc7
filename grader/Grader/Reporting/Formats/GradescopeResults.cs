using System.Text.Json;
using System.Text.Json.Nodes;
using Grader.Configuration;
using Grader.Reporting.Adjusting;
using Grader.Scoring;
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
        if (student.Notes is { Count: > 0 } notes)
        {
            results["output"] = string.Join("\n\n", notes.Select(MarkdownText.Of));
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
        var changes = string.Join("\n\n", AdjustmentText.Of(kata).Select(MarkdownText.Of));
        if (changes.Length > 0)
        {
            // Without points of its own: the score at the top has the change in it.
            yield return new JsonObject
            {
                ["name"] = PlainText.Line($"{kata.Title}: points changed after grading"),
                ["number"] = $"{number}.{kata.Criteria.Count + 1}",
                ["status"] = kata.Score >= kata.MaxScore ? "passed" : "failed",
                ["output"] = changes,
                ["output_format"] = "md",
                ["visibility"] = "visible",
            };
        }
    }

    private static JsonObject Test(ReportKata kata, ReportCriterion criterion, string number) => new()
    {
        ["name"] = PlainText.Line($"{kata.Title}: {criterion.Title}"),
        ["name_format"] = "text",
        ["number"] = number,
        ["score"] = criterion.Score,
        ["max_score"] = criterion.MaxScore,
        ["status"] = Severity.CostsNothing(criterion.Verdict) ? "passed" : "failed",
        ["output"] = Output(kata, criterion),
        ["output_format"] = "md",
        ["tags"] = new JsonArray(kata.Id, criterion.Verdict.ToString()),
        ["visibility"] = JsonNamingPolicy.SnakeCaseLower.ConvertName((criterion.Visibility ?? Visibility.Visible).ToString()),
    };

    private static string Output(ReportKata kata, ReportCriterion criterion)
    {
        if (criterion.Verdict == Verdict.Accepted)
            return criterion.Schedules > 0 ? $"{criterion.Schedules} {(criterion.Schedules == 1 ? "schedule" : "schedules")} tried, none failed." : "";
        var text = $"**{criterion.Verdict}**\n\n{MarkdownText.Block(FaultText.Place(criterion.Location) + FaultText.Message(kata, criterion))}";
        if (criterion.Interleaving.Length > 0)
            text += "\n" + MarkdownText.Block(criterion.Interleaving);
        if (criterion.Hint is { Length: > 0 } hint)
            text += $"\n*Hint:* {MarkdownText.Of(hint)}\n";
        return text;
    }

    /// <summary>What is wrong has no speed. The clock of a machine that could show none says nothing either.</summary>
    private static IEnumerable<JsonObject> Board(ReportKata kata)
    {
        if (kata.Measurements is not { } figures)
            yield break;
        var counts = kata.Verdict is Verdict.Accepted or Verdict.TooSlow or Verdict.NotParallel;
        if (figures.Parallelism is { } parallelism)
            yield return Entry($"{kata.Title}: parallelism on {figures.Cores} simulated cores", counts ? parallelism : "-");
        if (figures.WallSpeedup is [_, var speedup, _])
            yield return Entry($"{kata.Title}: speedup", counts && figures.WallVerdict == nameof(Verdict.Accepted) ? speedup : "-");
    }

    private static JsonObject Entry(string name, JsonNode value) => new() { ["name"] = name, ["value"] = value, ["order"] = "desc" };
}
