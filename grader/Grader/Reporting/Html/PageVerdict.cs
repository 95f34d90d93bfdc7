using Grader.Verdicts;

namespace Grader.Reporting.Html;

/// <summary>How the page shows a verdict.</summary>
/// <param name="Id">Its name in the report.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Tone">The class of the style sheet that colours it.</param>
/// <param name="Sign">What stands for it where there is no room.</param>
internal sealed record PageVerdict(string Id, string Title, string Tone, string Sign)
{
    public static IReadOnlyList<PageVerdict> All { get; } =
    [
        .. from row in VerdictTable.All
           let look = Look(row.Kind)
           select new PageVerdict(row.Verdict.ToString(), row.Title, look.Tone, look.Sign),
    ];

    private static (string Tone, string Sign) Look(VerdictKind kind) => kind switch
    {
        VerdictKind.Passed => ("good", "✓"),
        VerdictKind.Failed => ("bad", "✗"),
        VerdictKind.Refused or VerdictKind.Stopped => ("stop", "✗"),
        VerdictKind.Undecided or VerdictKind.Broken => ("open", "?"),
    };
}
