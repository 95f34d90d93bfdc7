using System.Text.RegularExpressions;
using Grader.Reporting;

namespace Grader.Tests.Reporting;

[TestFixture]
internal sealed class ReportReaderTests
{
    [Test]
    public void What_was_written_is_read_back()
    {
        var text = SampleReport.Json(SampleReport.Create());

        SampleReport.Json(ReportReader.Read(text, "report.json")).ShouldBe(text);
    }

    [TestCase("", "report.json:1: this is no report.json ($ cannot be read)")]
    [TestCase("[]", "report.json:1: this is no report.json ($ cannot be read)")]
    [TestCase("{}", "report.json: the schema is '', but 'concurrency-katas/report/v1' is needed; give a report.json of this grader")]
    [TestCase("null", "report.json: the schema is '', but 'concurrency-katas/report/v1' is needed; give a report.json of this grader")]
    [TestCase("""{ "schema": "concurrency-katas/report/v1" }""", "report.json: grader, machine or submissions is missing; grade again to get a whole report")]
    public void What_is_no_report_is_told_so(string text, string message) =>
        Should.Throw<WrongUseException>(() => ReportReader.Read(text, "report.json")).Message.ShouldBe(message);

    [Test]
    public void A_field_of_a_later_grader_does_no_harm() =>
        ReportReader.Read(SampleReport.Json(SampleReport.Create()).Replace("\"schema\"", "\"later\": [1], \"schema\""), "report.json")
            .Submissions.Count.ShouldBe(3);

    /// <summary>Of those, a sum would be infinite, and a page with that in it would not open.</summary>
    [TestCase("seconds")]
    [TestCase("score")]
    [TestCase("maxScore")]
    [TestCase("cpuOverhead")]
    [TestCase("parallelism")]
    public void A_figure_beyond_all_measure_is_refused(string figure)
    {
        var report = SampleReport.Json(SampleReport.Create());
        foreach (var huge in (string[])["1e308", "-1e308", "1e10"])
        {
            var given = Regex.Replace(report, $"(\"{figure}\": )[0-9.]+", $"${{1}}{huge}");
            given.ShouldNotBe(report);
            Should.Throw<WrongUseException>(() => ReportReader.Read(given, "report.json")).Message
                .ShouldStartWith("report.json: a figure is beyond 1000000000");
        }
    }

    [TestCase(0, 0, 50, 50, 1)]
    [TestCase(100, -1, 50, 50, 1)]
    [TestCase(100, 50, 50, 50, 1)]
    [TestCase(100, 0, 101, 50, 1)]
    [TestCase(100, 0, 50, -1, 1)]
    [TestCase(100, 0, 50, 50, 1.5)]
    public void A_timeline_that_no_chart_can_show_is_refused(int makespan, int from, int to, int work, double busy)
    {
        var kata = SampleReport.Create().Submissions[0].Katas[0];
        var timeline = new ReportTimeline(makespan, [new ReportCore(work, [new ReportUse("main", from, to, Busy: busy)])]);
        var report = SampleReport.With(kata with { Criteria = [kata.Criteria[0] with { Timeline = timeline }] });
        Should.Throw<WrongUseException>(() => ReportReader.Read(SampleReport.Json(report), "report.json")).Message.ShouldContain("a timeline of ");
    }

    [Test]
    public void A_kata_without_criteria_is_named() =>
        Should.Throw<WrongUseException>(() => ReportReader.Read(SampleReport.Json(SampleReport.Only("bob")).Replace("\"criteria\"", "\"crit\""), "report.json")).Message
            .ShouldBe("report.json: a kata of bob has no id, title or criteria; grade again to get a whole report");

    [Test]
    public void A_verdict_that_there_is_not_is_refused() =>
        Should.Throw<WrongUseException>(() => ReportReader.Read(SampleReport.Json(SampleReport.Only("bob")).Replace("\"verdict\": \"Accepted\"", "\"verdict\": 99"), "report.json")).Message
            .ShouldContain("is none that there is");
}
