using System.Text;
using Judge;

namespace Grader.Reporting.Formats;

/// <summary>What a criterion says, in plain text: place, message, interleaving, hint.</summary>
internal static class ProblemText
{
    /// <summary>The message alone; for what never ran, what was found before.</summary>
    public static string Message(ReportKata kata, ReportCriterion criterion) =>
        kata.Findings is { Count: > 0 } findings && criterion.Verdict != Verdict.Accepted
            ? string.Join('\n', findings.Select(finding => Place(finding.Location) + finding.Message))
            : criterion.Message;

    /// <summary>All of it; empty when accepted.</summary>
    public static string Whole(ReportKata kata, ReportCriterion criterion)
    {
        if (criterion.Verdict == Verdict.Accepted)
            return "";
        var text = new StringBuilder();
        if (kata.Findings is not { Count: > 0 })
            text.Append(Place(criterion.Location));
        text.Append(Message(kata, criterion));
        if (criterion.Interleaving.Length > 0)
            text.Append("\n\n").Append(criterion.Interleaving);
        if (criterion.Hint is { Length: > 0 } hint)
            text.Append("\n\nhint: ").Append(hint);
        return text.ToString();
    }

    public static string Place(ReportLocation? location) => location switch
    {
        null => "",
        { Line: > 0 } => $"{location.File}:{location.Line}: ",
        _ => $"{location.File}: ",
    };
}
