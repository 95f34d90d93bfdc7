using System.Text.RegularExpressions;
using Grader.Commands;
using Grader.Reporting;
using Grader.Tests.Reporting;
using Judge;

namespace Grader.Tests.Commands;

/// <summary>What a person sees at the end of a run, in a terminal and in a log.</summary>
public sealed partial class ClassSummaryTests
{
    [Test]
    public void A_few_katas_have_a_column_each() => Summary(Class(2), interactive: true).ShouldBe(
        """
        ╭─────────┬────────┬────────────┬───────────────╮
        │ student │ points │ kata-0     │ kata-1        │
        ├─────────┼────────┼────────────┼───────────────┤
        │ alice   │ 5/8    │ 4 Accepted │ 1 WrongAnswer │
        │ 王小明  │ 4/8    │ 4 Accepted │ -             │
        ╰─────────┴────────┴────────────┴───────────────╯
        2 graded, 0 with full points, mean 4.5 points

        """);

    [Test]
    public void Of_a_whole_course_a_person_sees_where_points_were_lost()
    {
        var summary = Summary(Class(33), interactive: true);
        summary.ShouldContain("│ student │ points  │ lost in ");
        summary.ShouldContain("│ alice   │ 129/132 │ kata-32 1/4 WrongAnswer ");
        summary.ShouldContain("│ 王小明  │ 128/132 │ 1 not handed in ");
    }

    [Test]
    public void A_log_has_aligned_columns_whatever_the_names_are() => Summary(Class(2), interactive: false).ShouldBe(
        """
        student  points  kata-0      kata-1
        alice    5/8     4 Accepted  1 WrongAnswer
        王小明   4/8     4 Accepted  -
        2 graded, 0 with full points, mean 4.5 points

        """);

    /// <summary>The library never came to the end of a letter that is wider than its column.</summary>
    [Test]
    public void It_ends_in_terminals_of_every_width([Range(1, 40)] int width) =>
        Summary(Class(33), interactive: true, width).ShouldContain("2 graded, 0 with full points");

    /// <summary>Of the last kata, one has a part and one nothing.</summary>
    private static Report Class(int katas)
    {
        var full = Enumerable.Range(0, katas - 1).Select(i => SampleReport.Scored($"kata-{i}", (4, 4))).ToList();
        var last = SampleReport.Scored($"kata-{katas - 1}", (1, 4));
        return SampleReport.Create() with
        {
            Submissions =
            [
                ReportBuilder.Submission("alice", [.. full, last], []),
                ReportBuilder.Submission("王小明", [.. full, last with { Score = 0, Verdict = Verdict.CompileError, Missing = true }], []),
            ],
        };
    }

    private static string Summary(Report report, bool interactive, int? width = null)
    {
        using var text = new StringWriter();
        ClassSummary.Write(report, new Terminal(text, text, interactive, "."), width);
        return string.Join('\n', Colour().Replace(text.ToString(), "").ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));
    }

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Colour();
}
