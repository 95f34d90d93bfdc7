using System.Globalization;
using System.Text;

namespace Grader.Reporting;

/// <summary>
/// Text of a submission made fit for a terminal: control codes and characters that turn the reading direction are shown,
/// not obeyed.
/// </summary>
internal static class PlainText
{
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            if (c is '\n' or '\t' || !IsHidden(c))
                clean.Append(c);
            else
                clean.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }

        return clean.ToString();
    }

    public static string Indented(string text, string indent) =>
        string.Join('\n', Of(text).TrimEnd('\n').Split('\n').Select(line => (indent + line).TrimEnd()));

    public static string Points(double points) => points.ToString("0.##", CultureInfo.InvariantCulture);

    private static bool IsHidden(char c) => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
