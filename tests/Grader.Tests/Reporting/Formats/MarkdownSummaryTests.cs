using System.Text;
using Grader.Reporting.Comparing;
using Grader.Reporting.Formats;

namespace Grader.Tests.Reporting.Formats;

[TestFixture]
internal sealed class MarkdownSummaryTests
{
    [Test]
    public void The_summary_of_a_class_is_as_approved() => FormatText.Of(MarkdownSummary.Render, SampleReport.Create()).ShouldBeApproved("summary-class.md");

    [Test]
    public void The_summary_of_a_student_is_as_approved() => FormatText.Of(MarkdownSummary.Render, SampleReport.Only("alice")).ShouldBeApproved("summary-student.md");

    [Test]
    public void The_worst_come_first()
    {
        var text = FormatText.Of(MarkdownSummary.Render, SampleReport.Create());

        text.IndexOf("## carol", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("## alice", StringComparison.Ordinal));
        text.IndexOf("## alice", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("## bob", StringComparison.Ordinal));
    }

    [Test]
    public void GitHubs_limit_is_kept_and_what_is_left_out_is_counted()
    {
        var kata = SampleReport.Scored("long", (0, 10));
        kata = kata with { Criteria = [kata.Criteria[0] with { Interleaving = new string('│', 100_000) }] };
        var text = FormatText.Of(MarkdownSummary.Render, SampleReport.With([.. Enumerable.Range(0, 20).Select(i => kata with { Id = $"long-{i}" })]));

        Encoding.UTF8.GetByteCount(text).ShouldBeInRange(900_000, 1 << 20);
        text.ShouldEndWith("\n17 more parts would not fit here; report.html has them all.\n");
    }

    [Test]
    public void What_changed_stands_on_top()
    {
        var input = new FormatInput(SampleReport.Only("alice"), FormatText.Made)
        {
            Changes = Comparison.Of(SampleReport.With(SampleReport.Scored("lost-update", (0, 10))), SampleReport.Only("alice")),
        };

        FormatText.Of(MarkdownSummary.Render, input).ShouldStartWith(
            "# 9.5 of 20 points\n\n**Since the last report:** 1 rose, 0 fell, 0 new, 0 gone, 0 unchanged.\n\n- alice: 0 → 9.5 (lost&#45;update 0 WrongAnswer → 6 DataRace; parallel&#45;sum none → 3.5 TooSlow)\n");
    }

    [Test]
    public void What_a_student_wrote_is_no_markup()
    {
        // The wording of a location is code, which nothing inside can close; everything else is prose.
        var prose = FormatText.Of(MarkdownSummary.Render, SampleReport.WordedBy("<b>x</b> [a](http://b) @everyone | y")).Split('\n').Where(line => !line.Contains('`'));

        foreach (var line in prose)
        {
            line.ShouldNotContain("<b>");
            line.ShouldNotContain("](");
            line.ShouldNotContain("@everyone");
            line.ShouldNotContain("| y");
        }
    }
}
