using Grader.Reporting;
using Spectre.Console;

namespace Grader.Commands;

/// <summary>The summary of a run: a table with colours for a person, the same as plain text in a log.</summary>
internal static class ClassSummary
{
    public static void Write(Report report, Terminal terminal)
    {
        if (!terminal.Interactive)
        {
            terminal.Out.Write(ClassText.Render(report));
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Out) });
        var katas = ClassText.Katas(report);
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var head in ClassText.Heads(report))
            table.AddColumn(Markup.Escape(head));
        foreach (var student in report.Submissions)
            table.AddRow([.. ClassText.Cells(student, katas).Select((cell, i) => Coloured(cell, student, katas, i))]);
        console.Write(table);
        terminal.Out.Write(ClassText.Footer(report));
    }

    private static string Coloured(string cell, ReportSubmission student, IReadOnlyList<string> katas, int column)
    {
        var (score, most) = column switch
        {
            0 => (1, 1),
            1 => (student.Score, student.MaxScore),
            _ when student.Katas.FirstOrDefault(kata => kata.Id == katas[column - 2]) is { } kata => (kata.Score, kata.MaxScore),
            _ => (1, 1),
        };
        var colour = column == 0 ? "bold" : score >= most ? "green" : score > 0 ? "yellow" : "red";
        return $"[{colour}]{Markup.Escape(cell)}[/]";
    }
}
