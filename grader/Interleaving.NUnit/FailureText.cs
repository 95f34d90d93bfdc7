using System.Globalization;
using System.Text;

namespace Interleaving.NUnit;

/// <summary>What a failing test says: what happened, where, the interleaving, and how to see it again.</summary>
internal static class FailureText
{
    public static string Message(Exploration exploration)
    {
        var text = new StringBuilder(exploration.Message.TrimEnd()).Append('\n');
        var place = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(exploration.File)}:{exploration.Line}");
        if (exploration.Line > 0 && !exploration.Message.Contains(place, StringComparison.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"at {place}\n");
        if (exploration.Interleaving.Length > 0)
            text.Append('\n').Append(exploration.Interleaving.TrimEnd()).Append('\n');
        if (exploration.Schedule.Length > 0)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\nFound in schedule {exploration.Schedules}. To see it again: [Interleaved(Schedule = \"{exploration.Schedule}\")]\n");
        }

        return text.ToString();
    }

    /// <summary>What a passing test says in its output: how far the search went.</summary>
    public static string NoFailure(Exploration exploration) => string.Create(
        CultureInfo.InvariantCulture,
        $"No failure in {exploration.Schedules:N0} schedules{(exploration.Complete is { } complete ? $" ({complete})" : "")}");

    /// <summary>The place in the form of a stack trace, which test windows and annotations make a link of.</summary>
    public static string? StackTrace(Exploration exploration, string test) =>
        exploration.Line > 0
            ? string.Create(CultureInfo.InvariantCulture, $"   at {test} in {exploration.File}:line {exploration.Line}")
            : exploration.Exception?.StackTrace;
}
