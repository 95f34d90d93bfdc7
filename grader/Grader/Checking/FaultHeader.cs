using Grader.Configuration;
using Judge;

namespace Grader.Checking;

/// <summary>The comment lines at the top of a fault: <c>// Fault:</c>, <c>// Verdict:</c> and <c>// Fails:</c>.</summary>
internal static class FaultHeader
{
    public static (Expectation? Expected, string Problem) Parse(string text, Kata kata)
    {
        var lines = text.Split('\n').TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal)).ToList();
        if (Field(lines, "Fault") is null)
            return (null, "its first line must be '// Fault: what is wrong with it'");
        if (Field(lines, "Verdict") is not { } verdictText || !Enum.TryParse<Verdict>(verdictText, out var verdict))
            return (null, $"it needs a line '// Verdict: …' with one of {string.Join(", ", Enum.GetNames<Verdict>())}");
        if (Field(lines, "Fails") is not { } failsText)
            return (null, "it needs a line '// Fails: criterion, criterion' or '// Fails: *'");
        var all = kata.Criteria.Select(criterion => criterion.Id).ToList();
        var fails = failsText == "*" ? all : [.. failsText.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        return fails.Except(all).FirstOrDefault() is { } unknown
            ? (null, $"its header names '{unknown}', which is no criterion of {kata.Id}")
            : (new Expectation(verdict, fails), "");
    }

    /// <summary>What follows the name, up to a remark in parentheses; null when there is no such line.</summary>
    private static string? Field(List<string> lines, string name)
    {
        var head = $"// {name}:";
        return lines.FirstOrDefault(line => line.StartsWith(head, StringComparison.Ordinal)) is { } line
            ? line[head.Length..].Split('(')[0].Trim()
            : null;
    }
}
