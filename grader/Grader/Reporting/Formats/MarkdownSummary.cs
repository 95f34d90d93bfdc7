using System.Text;
using Grader.Reporting.Adjusting;
using Grader.Reporting.Comparing;

namespace Grader.Reporting.Formats;

/// <summary>
/// <c>summary.md</c>: what a push or a class scored, for <c>$GITHUB_STEP_SUMMARY</c>. The worst come first, and what GitHub
/// would refuse for its size is left out and counted.
/// </summary>
/// <remarks>
/// A step's summary may have 1 MiB
/// (https://docs.github.com/en/actions/writing-workflows/choosing-what-your-workflow-does/workflow-commands-for-github-actions#step-isolation-and-limits).
/// </remarks>
internal static class MarkdownSummary
{
    /// <summary>Bytes of UTF-8.</summary>
    public const int Most = 1 << 20;

    /// <summary>Kept for the line that says what was left out.</summary>
    private const int Reserve = 200;

    public static IEnumerable<ReportFile> Render(FormatInput input) => [new("summary.md", Text(input, Most))];

    /// <summary>The summary in so many bytes of UTF-8 at the most.</summary>
    public static string Text(FormatInput input, int most)
    {
        var text = new StringBuilder();
        var bytes = 0;
        var left = 0;
        foreach (var part in Parts(input))
        {
            var size = Encoding.UTF8.GetByteCount(part);
            if (left > 0 || bytes + size > most - Reserve)
            {
                left++;
                continue;
            }

            bytes += size;
            text.Append(part);
        }

        if (left > 0)
            text.Append($"\n{left} more {(left == 1 ? "part" : "parts")} would not fit here; report.html has them all.\n");
        return text.ToString();
    }

    /// <summary>Each part stands alone, so that the last ones can be left out.</summary>
    private static IEnumerable<string> Parts(FormatInput input)
    {
        var students = input.Report.Submissions.OrderBy(student => student.MaxScore == 0 ? 1 : student.Score / student.MaxScore).ToList();
        var alone = students.Count == 1;
        yield return alone ? $"# {Points(students[0].Score, students[0].MaxScore)}\n" : $"# {students.Count} graded\n";
        if (input.Changes is { } changes)
            yield return Changes(changes);
        if (!alone)
            yield return "\n| student | points | lost in |\n|---|---:|---|\n" + string.Concat(students.Select(Row));
        foreach (var student in students)
        {
            foreach (var part in Student(student, alone))
                yield return part;
        }
    }

    private static string Changes(Comparison changes) =>
        $"\n**Since the last report:** {ComparisonText.Headline(changes)}.\n"
        + (changes.Same ? "" : "\nThe two reports were graded differently, so a change may be the grader's.\n")
        + (changes.Students.Count == 0 ? "" : "\n")
        + string.Concat(ComparisonText.Ordered(changes).Select(student =>
            $"- {MarkdownText.Of(student.Id)}: {ComparisonText.Points(student)}{Katas(student)}\n"));

    private static string Katas(StudentChange student) => student.Katas.Count == 0
        ? ""
        : $" ({string.Join("; ", student.Katas.Select(kata => $"{MarkdownText.Of(kata.Id)} {ComparisonText.Change(kata)}"))})";

    private static string Row(ReportSubmission student)
    {
        var lost = student.Katas.Where(kata => kata.Score < kata.MaxScore)
            .Select(kata => $"{MarkdownText.Of(kata.Title)} ({(kata.Missing == true ? "missing" : kata.Verdict)})");
        return $"| {MarkdownText.Of(student.Id)} | {Points(student.Score, student.MaxScore)} | {string.Join(", ", lost)} |\n";
    }

    private static IEnumerable<string> Student(ReportSubmission student, bool alone)
    {
        if (!alone)
            yield return $"\n## {MarkdownText.Of(student.Id)}: {Points(student.Score, student.MaxScore)}\n";
        foreach (var note in student.Notes ?? [])
            yield return $"\n> {MarkdownText.Of(note)}\n";
        foreach (var comment in student.Comments ?? [])
            yield return Comment(comment);
        if (alone)
        {
            yield return "\n| kata | verdict | points |\n|---|---|---:|\n" + string.Concat(student.Katas.Select(kata =>
                $"| {MarkdownText.Of(kata.Title)} | {(kata.Missing == true ? "not handed in" : kata.Verdict)} | {Points(kata.Score, kata.MaxScore)} |\n"));
        }

        foreach (var kata in student.Katas.Where(kata => (kata.Missing != true || kata.Comments is not null) && IsTelling(kata)).OrderByDescending(kata => kata.MaxScore - kata.Score))
            yield return Kata(kata);
    }

    private static bool IsTelling(ReportKata kata) =>
        kata.Score < kata.MaxScore || kata.Criteria.Any(criterion => criterion.Message.Length > 0) || AdjustmentText.Of(kata).Any() || kata.Comments is not null;

    private static string Kata(ReportKata kata)
    {
        var text = new StringBuilder($"\n### {MarkdownText.Of(kata.Title)}: {kata.Verdict}, {Points(kata.Score, kata.MaxScore)}\n");
        foreach (var change in AdjustmentText.Of(kata))
            text.Append($"\n> {MarkdownText.Of(change)}\n");
        foreach (var comment in kata.Comments ?? [])
            text.Append(Comment(comment));
        foreach (var finding in kata.Findings ?? [])
            text.Append($"\n{Place(finding.Location)}{Prose(finding.Message)}");
        foreach (var criterion in kata.Criteria.Where(criterion => kata.Findings is null && criterion.Message.Length > 0))
            Append(text, criterion);
        return text.ToString();
    }

    private static string Comment(ReportComment comment) => $"\n**Comment:** {Place(comment.Location)}{Prose(comment.Text)}";

    private static void Append(StringBuilder text, ReportCriterion criterion)
    {
        text.Append($"\n#### {MarkdownText.Of(criterion.Title)}: {criterion.Verdict}, {Points(criterion.Score, criterion.MaxScore)}\n");
        text.Append($"\n{Place(criterion.Location)}{Prose(criterion.Message)}");
        if (criterion.Interleaving.Length > 0)
            text.Append('\n').Append(MarkdownText.Block(criterion.Interleaving));
        if (criterion.Hint is { Length: > 0 } hint)
            text.Append($"\n_Hint:_ {MarkdownText.Of(hint)}\n");
    }

    private static string Prose(string message) =>
        message.Contains('\n') ? "\n" + MarkdownText.Block(message) : MarkdownText.Of(message) + "\n";

    private static string Place(ReportLocation? location) => location switch
    {
        null => "",
        { Line: > 0 } => MarkdownText.Code($"{location.File}:{location.Line}") + " ",
        _ => MarkdownText.Code(location.File) + " ",
    };

    private static string Points(double score, double most) => $"{PlainText.Points(score)} of {PlainText.Points(most)} points";
}
