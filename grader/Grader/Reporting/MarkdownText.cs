using System.Globalization;
using System.Text;

namespace Grader.Reporting;

/// <summary>
/// Text of a submission made fit for GitHub's Markdown: no markup, no HTML, no link, no image, no mention, no formula, and
/// no way out of a table's cell.
/// </summary>
internal static class MarkdownText
{
    /// <summary>Punctuation that never starts markup, whatever stands around it.</summary>
    private const string Harmless = " ,;'\"?%/(";

    /// <summary>One line of prose, also in a table: line ends become blanks, and what could be markup becomes an entity.</summary>
    public static string Of(string text)
    {
        var plain = PlainText.Line(text);
        var clean = new StringBuilder(plain.Length);
        for (var i = 0; i < plain.Length; i++)
        {
            var c = plain[i];
            if (!char.IsAscii(c) || char.IsAsciiLetterOrDigit(c) || Harmless.Contains(c) || IsInnocent(plain, i))
                clean.Append(c);
            else
                clean.Append(CultureInfo.InvariantCulture, $"&#{(int)c};");

            // Mentions and addresses are looked for in what the entities have become: a character of no width parts them.
            if (c == '@')
                clean.Append("&#8203;");
        }

        return clean.ToString();
    }

    /// <summary>A code span that nothing inside can close: for names and places, outside of a table.</summary>
    public static string Code(string text)
    {
        var line = PlainText.Line(text);
        var ticks = new string('`', LongestRun(line) + 1);
        return line.Length == 0 ? "" : $"{ticks} {line} {ticks}";
    }

    /// <summary>A block of code, with the line end behind it, that nothing inside can close.</summary>
    public static string Block(string text)
    {
        var plain = PlainText.Of(text).TrimEnd('\n');
        var fence = new string('`', Math.Max(3, LongestRun(plain) + 1));
        return $"{fence}text\n{plain}\n{fence}\n";
    }

    /// <summary>A full stop or a colon inside of a word or behind one; not behind a number (a list) nor in an address.</summary>
    private static bool IsInnocent(string text, int at) => text[at] switch
    {
        '.' => at > 0 && !char.IsAsciiDigit(text[at - 1]) && text[at - 1] is not ('w' or 'W'),
        ':' => at + 1 == text.Length || text[at + 1] != '/',
        _ => false,
    };

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
