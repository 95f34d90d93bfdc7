using System.Globalization;
using System.Text;
using Interleaving.Frameworks;
using Interleaving.Strategies;

namespace Interleaving;

/// <summary>What a test says of its exploration.</summary>
internal static class ExplorationText
{
    /// <summary>What happened, where, the interleaving, and how to see it again, in lines that fit the terminal.</summary>
    /// <param name="exploration">With a failure.</param>
    /// <param name="replay">What to write in the test to see the same schedule again.</param>
    public static string Failure(Exploration exploration, string replay) => Failure(exploration, replay, Terminal.LineWidth);

    /// <param name="exploration">With a failure.</param>
    /// <param name="replay">What to write in the test to see the same schedule again.</param>
    /// <param name="width">Characters in a line, 40 or more. A page breaks its lines itself, so from its width on only the table is laid out.</param>
    internal static string Failure(Exploration exploration, string replay, int width)
    {
        var text = new StringBuilder(exploration.Message.TrimEnd()).Append('\n');
        var place = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(exploration.File)}:{exploration.Line}");
        if (exploration.Line > 0 && !exploration.Message.Contains(place, StringComparison.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"at {place}\n");
        if (width < InterleavingTable.PageWidth)
            Break(text, width);
        if (exploration.Story is { } story)
            text.Append('\n').Append(story.ToTable(width).TrimEnd()).Append('\n');
        // What is refused is no find of the search: it would be refused under any schedule that gets there.
        if (exploration is { Schedule.Length: > 0, Failure: not FailureKind.Unsupported })
            text.Append(CultureInfo.InvariantCulture, $"\nFound in schedule {exploration.Schedules}. To see it again: {replay}\n");
        return text.ToString();
    }

    /// <summary>What goes on stands as far in as the line began.</summary>
    private static void Break(StringBuilder text, int width)
    {
        var lines = text.ToString().Split('\n')
            .SelectMany(line => Wrapping.Of(line, width, new string(' ', Math.Min(line.Length - line.TrimStart().Length, width / 2)))).ToList();
        text.Clear().AppendJoin('\n', lines);
    }

    /// <summary>How far the search went.</summary>
    public static string Summary(Exploration exploration)
    {
        if (exploration.Failure is FailureKind.Unsupported)
            return exploration.Message.Split('\n')[0].Trim();
        if (exploration.Failure is not null)
            return string.Create(CultureInfo.InvariantCulture, $"{exploration.Message.Split('\n')[0].Trim()} (found in schedule {exploration.Schedules})");
        var schedules = exploration.Schedules == 1 ? "1 schedule" : string.Create(CultureInfo.InvariantCulture, $"{exploration.Schedules:N0} schedules");
        if (exploration.Cancellations > 0)
            schedules += string.Create(CultureInfo.InvariantCulture, $", cancelled at each of {exploration.Cancellations:N0} yield points");
        return $"No failure in {schedules}{(exploration.Complete is { } complete ? $" ({complete})" : "")}{(Stale(exploration) is { Length: > 0 } stale ? $"; {stale}" : "")}{Beyond(exploration.Boundary)}";
    }

    /// <summary>That a schedule was replayed which does not fit, and so says nothing; empty when it fits.</summary>
    public static string Stale(Exploration exploration) => exploration.Unfollowed == 0 ? "" : string.Create(
        CultureInfo.InvariantCulture,
        $"the schedule {exploration.Schedule} is not of this version of the program: {exploration.Unfollowed} of its choices never came up");

    /// <summary>What the search did not see, by assembly.</summary>
    private static string Beyond(Boundary boundary)
    {
        var text = new StringBuilder();
        Name("not under control", boundary.NotControlled);
        Name("no races told in", boundary.ControlledAlone);
        Name("static state stays in", boundary.StaticsStay);
        return text.ToString();

        void Name(string what, IReadOnlyList<string> assemblies)
        {
            if (assemblies.Count > 0)
                text.Append("; ").Append(what).Append(": ").AppendJoin(", ", assemblies);
        }
    }

    /// <summary>The place in the form of a stack trace, which test windows and annotations make a link of.</summary>
    public static string? StackTrace(Exploration exploration, string test) =>
        exploration.Line > 0
            ? string.Create(CultureInfo.InvariantCulture, $"   at {test} in {exploration.File}:line {exploration.Line}")
            : exploration.Exception?.StackTrace;
}
