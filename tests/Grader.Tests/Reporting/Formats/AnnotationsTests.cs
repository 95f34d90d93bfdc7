using System.Text.RegularExpressions;
using Grader.Reporting;
using Grader.Reporting.Formats;
using Judge;

namespace Grader.Tests.Reporting.Formats;

/// <summary>
/// https://docs.github.com/en/actions/writing-workflows/choosing-what-your-workflow-does/workflow-commands-for-github-actions
/// </summary>
[TestFixture]
internal sealed partial class AnnotationsTests
{
    [Test]
    public void The_commands_are_as_approved() => Text(SampleReport.Create()).ShouldBeApproved("annotations.txt");

    [Test]
    public void There_are_ten_at_the_most_and_every_kata_has_its_worst_before_any_has_its_second()
    {
        var katas = Enumerable.Range(0, 6).Select(i => SampleReport.Scored($"kata-{i}", (0, 1), (0, 5), (0, 2))).ToArray();
        var lines = Text(SampleReport.With(katas)).TrimEnd('\n').Split('\n');

        lines.Length.ShouldBe(10);
        lines.Take(6).Select(line => Command().Match(line).Groups["file"].Value).Distinct().Count().ShouldBe(6);
        lines.Take(6).ShouldAllBe(line => line.Contains("title=Criterion 1%3A WrongAnswer"));
    }

    [Test]
    public void A_place_is_marked_once_by_the_gravest()
    {
        var kata = SampleReport.Scored("same", (0, 9), (0, 1));
        var line = new ReportLocation("Same.cs", 3);
        kata = kata with
        {
            Criteria = [kata.Criteria[0] with { Location = line }, kata.Criteria[1] with { Location = line, Verdict = Verdict.Deadlock }],
        };

        Text(SampleReport.With(kata)).ShouldBe("::error file=katas/same/Same.cs,line=3,title=Criterion 1%3A Deadlock::It went wrong.\n");
    }

    [TestCase("a\n::error::b")]
    [TestCase("100% a, b: c\r\nd")]
    [TestCase("##[error]x")]
    public void Every_line_is_one_command_whatever_a_student_wrote(string wording)
    {
        foreach (var line in Text(SampleReport.WordedBy(wording)).TrimEnd('\n').Split('\n'))
            line.ShouldMatch(Command().ToString());
    }

    [Test]
    public void Without_a_line_the_file_is_marked()
    {
        var kata = SampleReport.Scored("lost-update", (0, 10));
        Text(SampleReport.With(kata with { Criteria = [kata.Criteria[0] with { Location = null }] }))
            .ShouldBe("::error file=katas/lost-update/LostUpdate.cs,title=Criterion 0%3A WrongAnswer::It went wrong.\n");
    }

    private static string Text(Report report) => FormatText.Of(Annotations.Render, report);

    [GeneratedRegex(@"^::error file=(?<file>[^,:\r\n]+)(,line=\d+)?,title=[^,:\r\n]+::[^\r\n]*$")]
    private static partial Regex Command();
}
