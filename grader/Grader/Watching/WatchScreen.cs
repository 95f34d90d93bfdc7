using Grader.Records;
using Grader.Reporting;
using Judge;
using Judge.Protocol;
using Spectre.Console;

namespace Grader.Watching;

/// <summary>One run on one screen: every test in a line, then the first that failed, with its interleaving in colour.</summary>
internal static class WatchScreen
{
    public static void Write(IAnsiConsole console, KataFolder kata, VisibleTests.Outcome outcome, TimeSpan took)
    {
        if (console.Profile.Capabilities.Ansi)
            console.Clear(home: true);
        console.MarkupLineInterpolated($"[bold]{kata.Name}[/]  [dim]{took.TotalSeconds:0.0} s; runs again when you save; Ctrl+C ends it[/]");
        console.WriteLine();
        foreach (var problem in outcome.Problems)
            console.MarkupLineInterpolated($"[red]✗[/] {Shown($"{Path.GetFileName(problem.File)}:{problem.Line}: {problem.Message}")}");
        if (outcome.Problems.Count > 0)
            console.MarkupLine("\nMend this first; then the tests run.");
        if (outcome.Judgement is not { } judgement)
            return;
        foreach (var test in judgement.Criteria)
            Line(console, test);
        // A judge that did not come to its end: what it said before stands above.
        if (judgement.Ending != Verdict.Accepted)
            console.MarkupLineInterpolated($"[red]✗[/] {judgement.Ending}: {Shown(judgement.EndingMessage)}");
        if (judgement.Criteria.FirstOrDefault(test => test.Verdict != Verdict.Accepted) is { } failed)
            Failure(console, failed);
        else if (judgement.Ending == Verdict.Accepted)
            console.MarkupLine("\n[green]All visible tests pass.[/] Push, and the hidden ones will look at the rest.");
    }

    /// <summary>Below what is on the screen: a run that takes long.</summary>
    public static void Running(IAnsiConsole console, JudgeLimits limits) =>
        console.MarkupLineInterpolated($"\n[dim]running… it is stopped after {limits.CpuSeconds} s; save again to start over[/]");

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
        foreach (var row in InterleavingLines.Of(test.Interleaving, console.Profile.Width))
            console.MarkupLine(row);
    }

    private static string Words(string test) => Shown(test.Replace('_', ' '));

    private static string Shown(string text) => PlainText.Of(text).TrimEnd('\n');
}
