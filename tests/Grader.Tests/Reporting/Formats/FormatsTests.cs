using Grader.Reporting;
using Grader.Reporting.Formats;

namespace Grader.Tests.Reporting.Formats;

[TestFixture]
internal sealed class FormatsTests
{
    [Test]
    public void Every_format_has_a_name_of_its_own() => Formats().Select(format => format.Name).ShouldBeUnique();

    [Test]
    public void The_page_for_instructors_tells_of_every_format()
    {
        var page = Repository.Read("grader", "README.md");
        foreach (var format in Formats())
            page.ShouldContain($"| `{format.Name}` |");
    }

    [Test]
    public void Unless_named_the_page_and_the_table_are_written_and_report_json_always()
    {
        var input = new FormatInput(SampleReport.Create(), FormatText.Made);

        Grader.Reporting.Formats.Formats.Render(input, []).Select(file => file.Path).ShouldBe(["report.html", "scores.csv"]);
        Grader.Reporting.Formats.Formats.Render(input, ["junit", "junit"]).Select(file => file.Path).ShouldBe(["junit.xml"]);
    }

    [Test]
    public void The_same_report_gives_the_same_bytes()
    {
        string[] names = ["markdown", "annotations", "junit", "ctrf", "sarif"];

        Grader.Reporting.Formats.Formats.Render(new FormatInput(SampleReport.Create(), FormatText.Made), names)
            .ShouldBe(Grader.Reporting.Formats.Formats.Render(new FormatInput(SampleReport.Create(), FormatText.Made), names));
    }

    [Test]
    public void What_students_see_is_not_made_of_a_report_that_reveals_hidden_values()
    {
        var report = SampleReport.Create();
        var input = new FormatInput(report with { Grader = report.Grader with { Revealed = true } }, FormatText.Made);

        foreach (var format in Formats().Where(format => format.ForStudents))
            Should.Throw<WrongUseException>(() => Grader.Reporting.Formats.Formats.Render(input, [format.Name])).Message.ShouldContain("without --reveal");
        Grader.Reporting.Formats.Formats.Render(input, ["html", "csv", "junit"]).Count.ShouldBe(3);
        SampleReport.Json(input.Report).ShouldContain("\"revealed\": true");
    }

    [Test]
    public void A_name_in_a_report_does_not_lead_out_of_the_folder()
    {
        var folder = Directory.CreateTempSubdirectory("grader-").FullName;
        try
        {
            Should.Throw<WrongUseException>(() => ReportFolder.Write(folder, SampleReport.Create(), [new ReportFile("../escaped.txt", "")]))
                .Message.ShouldContain("leads out of");
            File.Exists(Path.Combine(folder, "..", "escaped.txt")).ShouldBeFalse();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IReadOnlyList<Format> Formats() => Grader.Reporting.Formats.Formats.All;
}
