using System.Text;
using System.Xml;

namespace Grader.Reporting;

/// <summary>
/// Text of a submission made fit for an XML writer: what XML 1.0 cannot hold, not even escaped (control codes, zero, a
/// lone surrogate), is shown, and so is what a dashboard would obey: characters that turn the reading direction. Escaping <c>&lt;</c>, <c>&amp;</c> and <c>]]&gt;</c> is the writer's; write it with
/// <see cref="XmlWriter.WriteString"/>.
/// </summary>
internal static class XmlContent
{
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var part in PlainText.Parts(PlainText.Of(text)))
        {
            if (part.Length == 2 || XmlConvert.IsXmlChar(part[0]))
                clean.Append(part);
            else
                PlainText.AppendShown(clean, part);
        }

        return clean.ToString();
    }
}
