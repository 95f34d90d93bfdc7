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
        [new("annotations.txt", string.Concat(MostUseful(input.Report).Select(fault => Command(input.Report, fault))))];

    /// <summary>
    /// One a line; each kata's worst before any kata's second; those that name a line, and the graver ones, first.
    /// </summary>
    private static IEnumerable<Fault> MostUseful(Report report) => Fault.Of(report)
        .GroupBy(fault => (fault.Student.Id, fault.Kata.Id))
        .SelectMany(kata => Ordered(kata).DistinctBy(fault => fault.Location).Select((fault, rank) => (fault, rank)))
        .OrderBy(entry => entry.rank).ThenBy(entry => entry.fault.Location is not { Line: > 0 })
        .ThenBy(entry => Gravity(entry.fault)).ThenByDescending(entry => entry.fault.Lost)
        .Select(entry => entry.fault)
        .Take(Most);

    private static IOrderedEnumerable<Fault> Ordered(IEnumerable<Fault> faults) => faults
        .OrderBy(fault => fault.Location is not { Line: > 0 }).ThenBy(Gravity).ThenByDescending(fault => fault.Lost);

    private static int Gravity(Fault fault) => VerdictTable.WorstFirst.TakeWhile(row => row.Verdict != fault.Verdict).Count();

    private static string Command(Report report, Fault fault)
    {
        var text = new StringBuilder("::error file=")
            .Append(WorkflowText.Property(SourcePath.Of(report, fault.Student, fault.Kata, fault.File)));
        if (fault.Location is { Line: > 0 } location)
            text.Append($",line={location.Line}");
        text.Append(",title=").Append(WorkflowText.Property($"{fault.Title}: {fault.Verdict}"));
        var message = fault.Message + (fault.Hint.Length > 0 ? $"\n{fault.Hint}" : "");
        return text.Append("::").Append(WorkflowText.Message(message)).Append('\n').ToString();
    }
}
