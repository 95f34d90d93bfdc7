using Interleaving;

namespace Grader.Reporting;

/// <summary>An interleaving as data: what <see cref="ReportCriterion.Interleaving"/> draws as a table.</summary>
/// <param name="Lanes">The headings of the columns.</param>
/// <param name="Steps">In order of time.</param>
internal sealed record ReportStory(IReadOnlyList<string> Lanes, IReadOnlyList<ReportStep> Steps)
{
    public static ReportStory Of(Story story) => new(story.Lanes, [.. story.Steps.Select(ReportStep.Of)]);
}
