using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Grader.Reporting;
using Grader.Reporting.Html;

namespace Grader.Tests.Reporting;

[TestFixture]
internal sealed partial class HtmlReportTests
{
    [Test]
    public void The_page_carries_the_report_as_data()
    {
        var page = HtmlReport.Render(SampleReport.Create());

        // The style and the script have files of their own; what is approved is how they are put together.
        Overview(page).Submissions.Select(student => student.Id).ShouldBe(["alice", "bob", "carol"]);
        page.Replace(Data(page), "(the report)").Replace(Element(page, "style"), "…").Replace(Script(page), "…")
            .Replace(Hash(Element(page, "style")), "(its hash)").Replace(Hash(Script(page)), "(its hash)")
            .ShouldBeApproved("report.html");
    }

    [Test]
    public void Every_kata_is_whole_in_the_part_that_the_overview_names()
    {
        var report = SampleReport.Create() with
        {
            Submissions = [.. Enumerable.Range(0, 60).Select(n => SampleReport.Create().Submissions[n % 3] with { Id = $"student-{n}" })],
        };
        var page = HtmlReport.Render(report);
        var overview = Overview(page);

        for (var n = 0; n < 60; n++)
        {
            overview.Submissions[n].Id.ShouldBe($"student-{n}");
            foreach (var (kata, shown) in report.Submissions[n].Katas.Zip(overview.Submissions[n].Katas))
            {
                (shown.Id, shown.Verdict, shown.Score).ShouldBe((kata.Id, kata.Verdict, kata.Score));
                var part = JsonSerializer.Deserialize(Unpacked(page, shown.Part), ReportJson.Default.IReadOnlyListReportKata)!;
                JsonSerializer.Serialize(part[n % overview.Group], ReportJson.Default.ReportKata).ShouldBe(JsonSerializer.Serialize(kata, ReportJson.Default.ReportKata));
            }
        }
    }

    [Test]
    public void The_same_report_gives_the_same_bytes() =>
        HtmlReport.Render(SampleReport.Create()).ShouldBe(HtmlReport.Render(SampleReport.Create()));

    [Test]
    public void Only_the_pages_own_script_and_style_may_run()
    {
        var page = HtmlReport.Render(SampleReport.Create());

        page.ShouldContain($"style-src '{Hash(Element(page, "style"))}'; script-src '{Hash(Script(page))}'");
        page.ShouldContain("default-src 'none'");
    }

    [Test]
    public void The_page_needs_no_network()
    {
        var page = HtmlReport.Render(SampleReport.Create());

        // The namespace of SVG is a name, not an address that anything fetches.
        page.Replace("'http://www.w3.org/2000/svg'", "").ShouldNotContain("://");
        page.ShouldNotContain("@import");
        page.ShouldNotContain("url(");
        page.ShouldNotContain(" src=");
    }

    [TestCase("<script>alert(1)</script>")]
    [TestCase("</script><img src=x onerror=alert(1)>")]
    [TestCase("<!--<script>")]
    [TestCase("\"'&{{script}}{{data}}")]
    [TestCase("]]>\u2028</SCRIPT >")]
    public void What_a_student_wrote_is_data_only(string hostile)
    {
        var plain = HtmlReport.Render(SampleReport.WordedBy("plain"));
        var page = HtmlReport.Render(SampleReport.WordedBy(hostile));

        // Outside the data the two pages are one, and inside no character can open or close an element.
        page.Replace(Data(page), "").ShouldBe(plain.Replace(Data(plain), ""));
        Data(page).ShouldMatch("^[A-Za-z0-9+/=\n]+$");
        Overview(page).Submissions[0].Id.ShouldBe(hostile);
    }

    [Test]
    public void The_script_writes_text_never_markup()
    {
        var script = Script(HtmlReport.Render(SampleReport.Create()));

        foreach (var sink in new[] { "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "javascript:", "</script" })
            script.ShouldNotContain(sink);
    }

    [Test]
    public void A_class_of_500_with_33_katas_stays_under_20_megabytes()
    {
        // Every student's texts differ from the neighbour's, or compression would make it too easy.
        var random = new Random(1);
        var race = SampleReport.Create().Submissions[0].Katas[0];
        var students = Enumerable.Range(0, 500).Select(student => ReportBuilder.Submission($"student-{student:000}", [.. Enumerable.Range(0, 33).Select(kata => race with
        {
            Id = $"kata-{kata}",
            Criteria = [.. Enumerable.Range(0, 4).Select(i => race.Criteria[1] with
            {
                Id = $"criterion-{i}",
                Interleaving = string.Concat(Enumerable.Range(0, 12).Select(_ => $"  LostUpdate.cs:{random.Next(100)}  reads balance → {random.Next(1000)}{new string(' ', random.Next(40))}│\n")),
            })],
        })], []));

        HtmlReport.Render(SampleReport.Create() with { Submissions = [.. students] }).Length.ShouldBeLessThan(20_000_000);
    }

    private static PageOverview Overview(string page) => JsonSerializer.Deserialize(Unpacked(page, 0), ReportJson.Default.PageOverview)!;

    private static string Unpacked(string page, int part)
    {
        using var packed = new MemoryStream(Convert.FromBase64String(Data(page).Split('\n')[part]));
        using var json = new StreamReader(new ZLibStream(packed, CompressionMode.Decompress));
        return json.ReadToEnd();
    }

    private static string Element(string page, string name) => Regex.Match(page, $"<{name}>(.*?)</{name}>", RegexOptions.Singleline).Groups[1].Value;

    private static string Script(string page) => Element(page, "script");

    private static string Data(string page) => DataElement().Match(page).Groups[1].Value;

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("""<script type="application/octet-stream" id="data">(.*?)</script>""", RegexOptions.Singleline)]
    private static partial Regex DataElement();
}
