using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Grader.Reporting.Formats;

/// <summary>
/// <c>grader.sarif</c>: SARIF 2.1.0 with a rule for each criterion and a result for each problem, for GitHub's code scanning
/// and for editors.
/// </summary>
/// <remarks>
/// By https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html and what GitHub asks beyond it: a place for each
/// result, a fingerprint that outlives edits elsewhere in the file, at most 25,000 results a run
/// (https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning).
/// </remarks>
internal static class SarifLog
{
    /// <summary>The most that GitHub takes; those that lost the most points come first when there are more.</summary>
    public const int MostResults = 25_000;

    public static IEnumerable<ReportFile> Render(FormatInput input) => [new("grader.sarif", FormatJson.Text(Log(input.Report)))];

    private static JsonObject Log(Report report)
    {
        var problems = Problem.Of(report).ToList();
        if (problems.Count > MostResults)
            problems = [.. problems.OrderByDescending(problem => problem.Lost).Take(MostResults)];
        var rules = problems.GroupBy(problem => problem.Rule).Select(group => group.First()).OrderBy(problem => problem.Rule, StringComparer.Ordinal).ToList();
        var indices = rules.Select((problem, i) => (problem.Rule, i)).ToDictionary();
        return new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject
                    {
                        ["name"] = "ConcurrencyKatas grader",
                        ["version"] = report.Grader.Version,
                        ["rules"] = FormatJson.Array(rules.Select(Rule)),
                    },
                },
                ["columnKind"] = "utf16CodeUnits",
                ["results"] = FormatJson.Array(problems.Select(problem => Result(report, problem, indices[problem.Rule]))),
            }),
        };
    }

    private static JsonObject Rule(Problem problem)
    {
        var rule = new JsonObject
        {
            ["id"] = problem.Rule,
            ["name"] = PlainText.Of(problem.Title),
            ["shortDescription"] = Text($"{problem.Kata.Title}: {problem.Title}"),
            ["defaultConfiguration"] = new JsonObject { ["level"] = "error" },
        };
        if (problem.Hint.Length > 0)
            rule["help"] = Text(problem.Hint);
        return rule;
    }

    private static JsonObject Result(Report report, Problem problem, int rule)
    {
        var path = SourcePath.Of(report, problem.Student, problem.Kata, problem.File);
        return new JsonObject
        {
            ["ruleId"] = problem.Rule,
            ["ruleIndex"] = rule,
            ["level"] = "error",
            ["message"] = Text($"{problem.Verdict}: {problem.Message}{(problem.Hint.Length > 0 ? $"\nHint: {problem.Hint}" : "")}"),
            ["locations"] = new JsonArray(new JsonObject
            {
                ["physicalLocation"] = new JsonObject
                {
                    ["artifactLocation"] = new JsonObject { ["uri"] = Uri(path) },
                    // A result without a line is about the whole file, which SARIF and GitHub show on its first line.
                    ["region"] = new JsonObject { ["startLine"] = Math.Max(1, problem.Location?.Line ?? 1) },
                },
            }),
            ["partialFingerprints"] = new JsonObject { ["studentKataCriterion/v1"] = Hash($"{path}\n{problem.Rule}\n{problem.Verdict}") },
        };
    }

    private static JsonObject Text(string text) => new() { ["text"] = PlainText.Of(text) };

    private static string Uri(string path) => string.Join('/', path.Split('/').Select(System.Uri.EscapeDataString));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
