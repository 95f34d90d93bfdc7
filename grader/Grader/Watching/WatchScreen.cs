using Grader.Judging;
using Grader.Reporting;
using Judge;
using Spectre.Console;

namespace Grader.Watching;

/// <summary>One run on one screen: every test in a line, then the first that failed, with its interleaving in colour.</summary>
internal static class WatchScreen
{
    public static void Write(IAnsiConsole console, KataFolder kata, VisibleTests.Outcome outcome, TimeSpan took)
    {
        if (console.Profile.Capabilities.Ansi)
            console.Clear();
        console.MarkupLineInterpolated($"[bold]{kata.Name}[/]  [dim]{took.TotalSeconds:0.0} s; runs again when you save; Ctrl+C ends it[/]");
        console.WriteLine();
        foreach (var problem in outcome.Problems)
            console.MarkupLineInterpolated($"[red]✗[/] {Shown($"{Path.GetFileName(problem.File)}:{problem.Line}: {problem.Message}")}");
        if (outcome.Judgement is not { } judgement)
            return;
        foreach (var test in judgement.Criteria)
            Line(console, test);
        if (judgement.Criteria.Count == 0)
            console.MarkupLineInterpolated($"[red]✗[/] {judgement.Ending}: {Shown(judgement.EndingMessage)}");
        if (judgement.Criteria.FirstOrDefault(test => test.Verdict != Verdict.Accepted) is { } failed)
            Failure(console, failed);
        else if (judgement.Criteria.Count > 0)
            console.MarkupLine("\n[green]All visible tests pass.[/] Push, and the hidden ones will look at the rest.");
    }

    private static void Line(IAnsiConsole console, CriterionJudgement test)
    {
        var schedules = test.Schedules > 1 ? $"{test.Schedules} schedules" : "";
        if (test.Verdict == Verdict.Accepted)
            console.MarkupLineInterpolated($"[green]✓[/] {Words(test.Id)}  [dim]{schedules}[/]");
        else
            console.MarkupLineInterpolated($"[red]✗[/] {Words(test.Id)}  [red]{test.Verdict}[/]");
    }

    private static void Failure(IAnsiConsole console, CriterionJudgement test)
    {
        var place = test.Location is { Line: > 0 } location ? $"{location.File}:{location.Line}: " : "";
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{Shown(place + test.Message)}[/]");
        console.WriteLine();
        foreach (var row in PlainText.Of(test.Interleaving).Split('\n'))
            console.MarkupLine($"[{Colour(row)}]{Markup.Escape(row)}[/]");
    }

    /// <summary>Where the turn was taken away, what went wrong, the heads, and the rest.</summary>
    private static string Colour(string row) =>
        row.StartsWith('✗') ? "red" : row.StartsWith('»') ? "yellow" : row.Contains("───", StringComparison.Ordinal) ? "dim" : "default";

    private static string Words(string test) => Shown(test.Replace('_', ' '));

    private static string Shown(string text) => PlainText.Of(text).TrimEnd('\n');
}
