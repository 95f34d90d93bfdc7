using Grader.Reporting;
using Interleaving;
using Spectre.Console;

namespace Grader.Commands;

/// <summary>
/// The summary of a run: a table with colours for a person, the same as plain text in a log. Where the terminal has no room for a column for
/// each kata, a person is told in which katas points were lost.
/// </summary>
internal static class ClassSummary
{
    /// <summary>Columns of the terminal below which there is no table. The library that draws it never ends where a column is narrower than a letter.</summary>
    private const int Narrowest = 30;

    /// <param name="report">What was found.</param>
    /// <param name="terminal">Where to write it.</param>
    /// <param name="width">Columns; as many as the terminal has where null.</param>
    public static void Write(Report report, Terminal terminal, int? width = null)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Out) });
        console.Profile.Width = width ?? console.Profile.Width;
        if (!terminal.Interactive || console.Profile.Width < Narrowest)
        {
            terminal.Out.Write(ClassText.Render(report));
            return;
        }

        var katas = ClassText.Katas(report);
        var (heads, rows) = (ClassText.Heads(report), report.Submissions.Select(student => ClassText.Cells(student, katas)).ToList());
        if (Width(heads, rows) > console.Profile.Width)
            (heads, rows, katas) = (ClassText.ShortHeads, [.. report.Submissions.Select(ClassText.ShortCells)], []);
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var head in heads)
            table.AddColumn(Markup.Escape(head));
        foreach (var (cells, student) in rows.Zip(report.Submissions))
            table.AddRow([.. cells.Select((cell, i) => Coloured(cell, student, katas, i))]);
        console.Write(table);
        terminal.Out.Write(ClassText.Footer(report));
    }

    /// <summary>Of the table with nothing broken: a line and two blanks for each column, and the last line.</summary>
    private static int Width(IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<string>> rows) =>
        1 + heads.Select((head, i) => 3 + rows.Select(row => TextWidth.Of(row[i])).Append(TextWidth.Of(head)).Max()).Sum();

    private static string Coloured(string cell, ReportSubmission student, IReadOnlyList<string> katas, int column)
    {
        var (score, most) = column switch
        {
            0 => (1, 1),
            1 => (student.Score, student.MaxScore),
            _ when column - 2 < katas.Count && student.Katas.FirstOrDefault(kata => kata.Id == katas[column - 2]) is { } kata => (kata.Score, kata.MaxScore),
            _ => (1, 1),
        };
        var colour = column == 0 ? "bold" : score >= most ? "green" : score > 0 ? "yellow" : "red";
        return $"[{colour}]{Markup.Escape(cell)}[/]";
    }
}
