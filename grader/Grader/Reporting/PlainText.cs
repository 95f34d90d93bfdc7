using System.Globalization;
using System.Text;

namespace Grader.Reporting;

/// <summary>
/// Text of a submission made fit for a terminal: control codes, invisible characters and those that turn the reading
/// direction are shown, not obeyed. Other formats start from it.
/// </summary>
internal static class PlainText
{
    /// <summary>The text with its lines; tabs stay.</summary>
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var part in Parts(text.ReplaceLineEndings("\n")))
        {
            if (part is "\n" or "\t" || !IsHidden(part))
                clean.Append(part);
            else
                AppendShown(clean, part);
        }

        return clean.ToString();
    }

    /// <summary>The text as one line, for a name or a cell: line ends and tabs become blanks.</summary>
    public static string Line(string text) => Of(text).Replace('\n', ' ').Replace('\t', ' ');

    public static string Indented(string text, string indent) =>
        string.Join('\n', Of(text).TrimEnd('\n').Split('\n').Select(line => (indent + line).TrimEnd()));

    public static string Points(double points) => points.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Characters, those of two UTF-16 units together; a unit that lost its partner comes alone.</summary>
    internal static IEnumerable<string> Parts(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var pair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            yield return text.Substring(i, pair ? 2 : 1);
            i += pair ? 1 : 0;
        }
    }

    internal static void AppendShown(StringBuilder text, string part)
    {
        foreach (var unit in part)
            text.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
    }

    private static bool IsHidden(string part) => CharUnicodeInfo.GetUnicodeCategory(part, 0)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
