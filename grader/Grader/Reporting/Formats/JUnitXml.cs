using System.Globalization;
using System.Text;
using System.Xml;
using Grader.Verdicts;

namespace Grader.Reporting.Formats;

/// <summary>
/// <c>junit.xml</c>: a suite for each kata of each student, a test case for each criterion. The student's fault is a
/// failure, the grader's an error; what could not be decided and what was not handed in is skipped, with the reason.
/// </summary>
/// <remarks>
/// By the strictest schema in use, Jenkins' junit-10.xsd
/// (https://github.com/jenkinsci/xunit-plugin, src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd).
/// </remarks>
internal static class JUnitXml
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.None,
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    };

    public static IEnumerable<ReportFile> Render(FormatInput input) => [new("junit.xml", Text(input.Report))];

    private static string Text(Report report)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            var all = report.Submissions.SelectMany(student => student.Katas).ToList();
            xml.WriteStartElement("testsuites");
            Attribute(xml, "name", "concurrency katas");
            Counts(xml, all);
            foreach (var student in report.Submissions)
            {
                foreach (var kata in student.Katas)
                    Suite(xml, student, kata);
            }

            xml.WriteEndElement();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void Suite(XmlWriter xml, ReportSubmission student, ReportKata kata)
    {
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", $"{student.Id}/{kata.Id}");
        Counts(xml, [kata]);
        Attribute(xml, "skipped", kata.Criteria.Count(criterion => Kind(kata, criterion) == "skipped").ToString());
        foreach (var criterion in kata.Criteria)
        {
            xml.WriteStartElement("testcase");
            // A dot parts a package from a class, so a student's name must have none of its own.
            Attribute(xml, "classname", $"{student.Id.Replace('.', '_')}.{kata.Id}");
            Attribute(xml, "name", criterion.Title);
            Attribute(xml, "time", Seconds(criterion.Seconds));
            if (Kind(kata, criterion) is { } kind)
                Outcome(xml, kind, kata, criterion);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Outcome(XmlWriter xml, string kind, ReportKata kata, ReportCriterion criterion)
    {
        xml.WriteStartElement(kind);
        Attribute(xml, "type", criterion.Verdict.ToString());
        Attribute(xml, "message", FirstLine(ProblemText.Message(kata, criterion)));
        xml.WriteString(XmlContent.Of(ProblemText.Whole(kata, criterion)));
        xml.WriteEndElement();
    }

    private static string? Kind(ReportKata kata, ReportCriterion criterion) => VerdictTable.Of(criterion.Verdict).Kind switch
    {
        VerdictKind.Passed => null,
        VerdictKind.Broken => "error",
        VerdictKind.Undecided => "skipped",
        VerdictKind.Refused or VerdictKind.Failed or VerdictKind.Stopped => kata.Missing == true ? "skipped" : "failure",
    };

    private static void Counts(XmlWriter xml, IReadOnlyList<ReportKata> katas)
    {
        var all = katas.SelectMany(kata => kata.Criteria.Select(criterion => (Kind: Kind(kata, criterion), criterion.Seconds))).ToList();
        Attribute(xml, "tests", all.Count.ToString());
        Attribute(xml, "failures", all.Count(test => test.Kind == "failure").ToString());
        Attribute(xml, "errors", all.Count(test => test.Kind == "error").ToString());
        Attribute(xml, "time", Seconds(all.Sum(test => test.Seconds)));
    }

    private static string Seconds(double seconds) => seconds.ToString("0.000", CultureInfo.InvariantCulture);

    private static string FirstLine(string text) => text.Split('\n')[0];

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, XmlContent.Of(value));
}
