using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Grader.Reporting.Formats;

/// <summary>
/// <c>grader.sarif</c>: SARIF 2.1.0 with a rule for each criterion and a result for each fault, for GitHub's code scanning
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
        var faults = Fault.Of(report).ToList();
        if (faults.Count > MostResults)
            faults = [.. faults.OrderByDescending(fault => fault.Lost).Take(MostResults)];
        var rules = faults.GroupBy(fault => fault.Rule).Select(group => group.First()).OrderBy(fault => fault.Rule, StringComparer.Ordinal).ToList();
        var indices = rules.Select((fault, i) => (fault.Rule, i)).ToDictionary();
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
                ["results"] = FormatJson.Array(faults.Select(fault => Result(report, fault, indices[fault.Rule]))),
            }),
        };
    }

    private static JsonObject Rule(Fault fault)
    {
        var rule = new JsonObject
        {
            ["id"] = fault.Rule,
            ["name"] = PlainText.Of(fault.Title),
            ["shortDescription"] = Text($"{fault.Kata.Title}: {fault.Title}"),
            ["defaultConfiguration"] = new JsonObject { ["level"] = "error" },
        };
        if (fault.Hint.Length > 0)
            rule["help"] = Text(fault.Hint);
        return rule;
    }

    private static JsonObject Result(Report report, Fault fault, int rule)
    {
        var path = SourcePath.Of(report, fault.Student, fault.Kata, fault.File);
        return new JsonObject
        {
            ["ruleId"] = fault.Rule,
            ["ruleIndex"] = rule,
            ["level"] = "error",
            ["message"] = Text($"{fault.Verdict}: {fault.Message}{(fault.Hint.Length > 0 ? $"\nHint: {fault.Hint}" : "")}"),
            ["locations"] = new JsonArray(new JsonObject
            {
                ["physicalLocation"] = new JsonObject
                {
                    ["artifactLocation"] = new JsonObject { ["uri"] = Uri(path) },
                    // A result without a line is about the whole file, which SARIF and GitHub show on its first line.
                    ["region"] = new JsonObject { ["startLine"] = Math.Max(1, fault.Location?.Line ?? 1) },
                },
            }),
            ["partialFingerprints"] = new JsonObject { ["studentKataCriterion/v1"] = Hash($"{path}\n{fault.Rule}\n{fault.Verdict}") },
        };
    }

    private static JsonObject Text(string text) => new() { ["text"] = PlainText.Of(text) };

    private static string Uri(string path) => string.Join('/', path.Split('/').Select(System.Uri.EscapeDataString));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
