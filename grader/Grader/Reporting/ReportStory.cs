using Interleaving;

namespace Grader.Reporting;

/// <summary>An interleaving as data: what <see cref="ReportCriterion.Interleaving"/> draws as a table.</summary>
/// <param name="Lanes">The headings of the columns.</param>
/// <param name="Steps">In order of time.</param>
/// <param name="Legend">What the signs in it mean; absent when there is nothing to explain.</param>
internal sealed record ReportStory(IReadOnlyList<string> Lanes, IReadOnlyList<ReportStep> Steps, string? Legend = null)
{
    public static ReportStory Of(Story story) =>
        new(story.Lanes, [.. story.Steps.Select(ReportStep.Of)], story.Legend.Length == 0 ? null : story.Legend);
}
