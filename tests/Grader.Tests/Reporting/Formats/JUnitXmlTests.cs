using System.Xml.Linq;
using Grader.Reporting.Formats;

namespace Grader.Tests.Reporting.Formats;

/// <summary>
/// The rules of Jenkins' junit-10.xsd (https://github.com/jenkinsci/xunit-plugin), the strictest schema in use: it knows no
/// further attributes.
/// </summary>
[TestFixture]
internal sealed class JUnitXmlTests
{
    private static readonly Dictionary<string, (string Required, string Optional, string Children)> Schema = new()
    {
        ["testsuites"] = ("", "name time tests failures errors", "testsuite"),
        ["testsuite"] = ("name tests failures errors", "group time skipped timestamp hostname id package file log url", "testsuite properties testcase system-out system-err"),
        ["testcase"] = ("name", "time classname group", "skipped error failure system-out system-err"),
        ["failure"] = ("", "type message", ""),
        ["error"] = ("", "type message", ""),
        ["skipped"] = ("", "type message", ""),
    };

    [Test]
    public void The_file_is_as_approved() => FormatText.Of(JUnitXml.Render, SampleReport.Create()).ShouldBeApproved("junit.xml");

    [TestCase("plain")]
    [TestCase("</failure><failure type='a'>]]>&lt;\u0001\u001b[31m\uD800 end")]
    public void Jenkins_accepts_the_file(string wording)
    {
        foreach (var element in Parsed(SampleReport.WordedBy(wording)).Concat(Parsed(SampleReport.Create())))
        {
            var (required, optional, children) = Schema[element.Name.LocalName];
            var names = element.Attributes().Select(attribute => attribute.Name.LocalName).ToList();
            Words(required).Except(names).ShouldBeEmpty();
            names.Except(Words(required)).Except(Words(optional)).ShouldBeEmpty();
            element.Elements().Select(child => child.Name.LocalName).Except(Words(children)).ShouldBeEmpty();
            if (element.Name != "testcase" && (string?)element.Attribute("time") is { } time)
                time.ShouldMatch(@"^(([0-9]{0,3},)*[0-9]{3}|[0-9]{0,3})*(\.[0-9]*)?$");
        }
    }

    [Test]
    public void The_counts_are_true()
    {
        foreach (var suite in Parsed(SampleReport.Create()).Where(element => element.Name.LocalName is "testsuite" or "testsuites"))
        {
            ((int)suite.Attribute("tests")!).ShouldBe(suite.Descendants("testcase").Count());
            ((int)suite.Attribute("failures")!).ShouldBe(suite.Descendants("failure").Count());
            ((int)suite.Attribute("errors")!).ShouldBe(suite.Descendants("error").Count());
        }
    }

    private static IEnumerable<XElement> Parsed(Grader.Reporting.Report report) =>
        XDocument.Parse(FormatText.Of(JUnitXml.Render, report)).Root!.DescendantsAndSelf();

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
