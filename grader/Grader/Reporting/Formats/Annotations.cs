using System.Text;
using Grader.Verdicts;

namespace Grader.Reporting.Formats;

/// <summary>
/// <c>annotations.txt</c>: workflow commands that mark the faulty lines on GitHub, for the log of a step. GitHub shows ten
/// errors a step, so these are the ten most useful.
/// </summary>
/// <remarks>
/// https://docs.github.com/en/actions/writing-workflows/choosing-what-your-workflow-does/workflow-commands-for-github-actions
/// </remarks>
internal static class Annotations
{
    public const int Most = 10;

    public static IEnumerable<ReportFile> Render(FormatInput input) =>
        [new("annotations.txt", string.Concat(MostUseful(input.Report).Select(problem => Command(input.Report, problem))))];

    /// <summary>
    /// One a line; each kata's worst before any kata's second; those that name a line, and the graver ones, first.
    /// </summary>
    private static IEnumerable<Problem> MostUseful(Report report) => Problem.Of(report)
        .GroupBy(problem => (problem.Student.Id, problem.Kata.Id))
        .SelectMany(kata => Ordered(kata).DistinctBy(problem => problem.Location).Select((problem, rank) => (problem, rank)))
        .OrderBy(entry => entry.rank).ThenBy(entry => entry.problem.Location is not { Line: > 0 })
        .ThenBy(entry => Gravity(entry.problem)).ThenByDescending(entry => entry.problem.Lost)
        .Select(entry => entry.problem)
        .Take(Most);

    private static IOrderedEnumerable<Problem> Ordered(IEnumerable<Problem> problems) => problems
        .OrderBy(problem => problem.Location is not { Line: > 0 }).ThenBy(Gravity).ThenByDescending(problem => problem.Lost);

    private static int Gravity(Problem problem) => VerdictTable.WorstFirst.TakeWhile(row => row.Verdict != problem.Verdict).Count();

    private static string Command(Report report, Problem problem)
    {
        var text = new StringBuilder("::error file=")
            .Append(WorkflowText.Property(SourcePath.Of(report, problem.Student, problem.Kata, problem.File)));
        if (problem.Location is { Line: > 0 } location)
            text.Append($",line={location.Line}");
        text.Append(",title=").Append(WorkflowText.Property($"{problem.Title}: {problem.Verdict}"));
        var message = problem.Message + (problem.Hint.Length > 0 ? $"\n{problem.Hint}" : "");
        return text.Append("::").Append(WorkflowText.Message(message)).Append('\n').ToString();
    }
}
