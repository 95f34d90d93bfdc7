using System.Text.Json.Nodes;
using Grader.Verdicts;
using Judge;

namespace Grader.Reporting.Formats;

/// <summary>
/// <c>ctrf.json</c>: the Common Test Report Format, a test for each criterion. Nothing is run again until it passes, so
/// <c>flaky</c> is false and <c>retries</c> 0 throughout; what could not be decided is <c>other</c>, never passed.
/// </summary>
/// <remarks>
/// By https://github.com/ctrf-io/ctrf/blob/main/schema/ctrf.schema.json, which admits no further fields. A report has the
/// time that each test took, not when it began: <c>start</c> is <c>stop</c> less the sum of them.
/// </remarks>
internal static class CtrfJson
{
    public static IEnumerable<ReportFile> Render(FormatInput input) => [new("ctrf.json", FormatJson.Text(Root(input)))];

    private static JsonObject Root(FormatInput input)
    {
        var tests = input.Report.Submissions
            .SelectMany(student => student.Katas.SelectMany(kata => kata.Criteria.Select(criterion => Test(input.Report, student, kata, criterion))))
            .ToList();
        var milliseconds = tests.Sum(test => (long)test["duration"]!);
        var stop = input.Made.ToUnixTimeMilliseconds();
        return new JsonObject
        {
            ["reportFormat"] = "CTRF",
            ["specVersion"] = "0.1.0",
            ["generatedBy"] = $"grader {input.Report.Grader.Version}",
            ["results"] = new JsonObject
            {
                ["tool"] = new JsonObject { ["name"] = "ConcurrencyKatas grader", ["version"] = input.Report.Grader.Version },
                ["summary"] = new JsonObject
                {
                    ["tests"] = tests.Count,
                    ["passed"] = Count(tests, "passed"),
                    ["failed"] = Count(tests, "failed"),
                    ["skipped"] = Count(tests, "skipped"),
                    ["pending"] = 0,
                    ["other"] = Count(tests, "other"),
                    ["flaky"] = 0,
                    ["suites"] = input.Report.Submissions.Sum(student => student.Katas.Count),
                    ["start"] = stop - milliseconds,
                    ["stop"] = stop,
                    ["duration"] = milliseconds,
                },
                ["tests"] = FormatJson.Array(tests),
                ["environment"] = new JsonObject
                {
                    ["osPlatform"] = input.Report.Machine.Os,
                    ["extra"] = new JsonObject { ["seed"] = input.Report.Grader.Seed, ["suites"] = input.Report.Grader.Suites },
                },
            },
        };
    }

    private static JsonObject Test(Report report, ReportSubmission student, ReportKata kata, ReportCriterion criterion)
    {
        var test = new JsonObject
        {
            ["name"] = criterion.Title,
            ["status"] = Status(kata, criterion.Verdict),
            ["duration"] = (long)Math.Round(criterion.Seconds * 1000),
            ["suite"] = new JsonArray(student.Id, kata.Id),
            ["rawStatus"] = criterion.Verdict.ToString(),
            ["retries"] = 0,
            ["flaky"] = false,
            ["extra"] = new JsonObject { ["points"] = criterion.Score, ["maxPoints"] = criterion.MaxScore, ["criterion"] = criterion.Id },
        };
        if (criterion.Verdict != Verdict.Accepted)
        {
            test["message"] = PlainText.Of(ProblemText.Message(kata, criterion));
            if (criterion.Interleaving.Length > 0)
                test["trace"] = PlainText.Of(criterion.Interleaving);
        }

        if (criterion.Location is { Line: > 0 } location)
        {
            test["filePath"] = SourcePath.Of(report, student, kata, location.File);
            test["line"] = location.Line;
        }

        return test;
    }

    private static string Status(ReportKata kata, Verdict verdict) => VerdictTable.Of(verdict).Kind switch
    {
        VerdictKind.Passed => "passed",
        VerdictKind.Undecided or VerdictKind.Broken => "other",
        VerdictKind.Refused or VerdictKind.Failed or VerdictKind.Stopped => kata.Missing == true ? "skipped" : "failed",
    };

    private static int Count(List<JsonObject> tests, string status) => tests.Count(test => (string?)test["status"] == status);
}
