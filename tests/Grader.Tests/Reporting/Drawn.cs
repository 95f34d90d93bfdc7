using Grader.Reporting;
using Interleaving;

namespace Grader.Tests.Reporting;

/// <summary>Draws what a report says of an interleaving, as who reads report.json would.</summary>
internal static class Drawn
{
    public static string Table(ReportStory story) => new Story(story.Lanes, [.. story.Steps.Select(Step)]) { Legend = story.Legend ?? "" }.ToTable();

    private static StoryStep Step(ReportStep step) => new(
        step.Lane, step.File, step.Line ?? 0, Enum.Parse<StoryStepKind>(step.Kind, ignoreCase: true), step.Text,
        new TimeSpan((long)Math.Round((step.At ?? 0) * TimeSpan.TicksPerSecond)), step.Switched == true, step.Fails == true);
}
