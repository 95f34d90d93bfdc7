using System.Text;
using Grader.Reporting;
using Interleaving;
using Spectre.Console;

namespace Grader.Watching;

/// <summary>
/// An interleaving as it was drawn, in colour: each operation has one of its own. On a terminal that is too narrow for the
/// columns, the operation's name stands before what it did, and every line is as long as it needs to be.
/// </summary>
internal static class InterleavingLines
{
    private static readonly string[] Colours = ["aqua", "yellow", "magenta1", "green", "blue", "orange1"];

    /// <summary>Lines of Spectre's markup.</summary>
    /// <param name="interleaving">The drawing.</param>
    /// <param name="width">Of the terminal, in characters.</param>
    public static IEnumerable<string> Of(string interleaving, int width)
    {
        var rows = PlainText.Of(interleaving).TrimEnd('\n').Split('\n');
        var ruler = Array.FindIndex(rows, row => row.Contains('─', StringComparison.Ordinal) && row.Trim(' ', '─').Length == 0);
        if (ruler < 0)
            return rows.Select(row => Coloured(row, "default", row));

        // What stands below an empty line is the legend, and in no column.
        var empty = Array.IndexOf(rows, "", ruler);
        var table = rows[..(empty < 0 ? rows.Length : empty)];
        var columns = Columns(rows[ruler]);
        var lines = table.Max(TextWidth.Of) <= width
            ? table.Select((row, i) => i == ruler ? $"[dim]{row}[/]" : InColumns(row, columns))
            : Listed(table, ruler, columns);
        return lines.Concat(rows.Skip(table.Length).Select(row => Coloured(row, "default", row)));
    }

    /// <summary>Where each column begins and ends.</summary>
    private static List<Range> Columns(string ruler)
    {
        var columns = new List<Range>();
        for (var at = ruler.IndexOf('─', StringComparison.Ordinal); at >= 0;)
        {
            var end = ruler.IndexOf(' ', at);
            columns.Add(at..(end < 0 ? ruler.Length : end));
            at = end < 0 ? -1 : ruler.IndexOf('─', end);
        }

        return columns;
    }

    private static string InColumns(string row, List<Range> columns)
    {
        if (Marked(row) is { } colour)
            return Coloured(row, colour, row);
        var text = new StringBuilder(Markup.Escape(Cut(row, ..columns[0].Start.Value)));
        for (var i = 0; i < columns.Count; i++)
        {
            var next = i + 1 < columns.Count ? columns[i + 1].Start.Value : int.MaxValue;
            text.Append(Coloured(row, Colours[i % Colours.Length], Cut(row, columns[i].Start.Value..next)));
        }

        return text.ToString();
    }

    private static IEnumerable<string> Listed(string[] rows, int ruler, List<Range> columns)
    {
        // A title or a cell that was broken goes on in the rows below it, whose margin is empty.
        var margin = columns[0].Start.Value;
        var titles = columns.Select(column => string.Join(' ', rows.Take(ruler).Select(row => Cut(row, column).Trim())).Trim()).ToList();
        var longest = titles.Max(TextWidth.Of);
        foreach (var row in rows.Skip(ruler + 1))
        {
            var lane = columns.FindIndex(column => Cut(row, column).Trim().Length > 0);
            var left = Cut(row, ..margin);
            var goesOn = left.Trim().Length == 0 && lane >= 0 && Cut(row, columns[lane]).StartsWith(' ');
            var who = lane < 0 || goesOn ? "" : titles[lane];
            var what = lane < 0 ? Cut(row, margin..) : Cut(row, columns[lane].Start.Value..);
            yield return Coloured(row, Marked(row) ?? Colours[Math.Max(0, lane) % Colours.Length], $"{TextWidth.Cut(TextWidth.Padded(left, margin), 0, margin - 1)}{TextWidth.Padded(who, lane < 0 ? 0 : longest)} {what}".TrimEnd());
        }
    }

    /// <summary>What went wrong, and where an operation was preempted.</summary>
    private static string? Marked(string row) => row.StartsWith('✗') ? "bold red" : null;

    private static string Coloured(string row, string colour, string text) =>
        row.StartsWith('»') && text.Length > 0 ? $"[{colour}][bold]{Markup.Escape(text)}[/][/]" : $"[{colour}]{Markup.Escape(text)}[/]";

    /// <summary>Columns are counted in the terminal's cells, not in characters.</summary>
    private static string Cut(string row, Range range) =>
        TextWidth.Cut(row, range.Start.Value, range.End.IsFromEnd ? int.MaxValue : range.End.Value);
}
