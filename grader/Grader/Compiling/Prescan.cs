using Grader.Records;

namespace Grader.Compiling;

/// <summary>
/// A quick look at a text before the compiler parses it, for what would take that minutes or its stack: string
/// interpolations inside each other (each doubles the time) and deep brackets. It knows strings and comments, and nothing
/// else of the language; what it misses, the limits of the worker catch.
/// </summary>
internal sealed class Prescan
{
    /// <summary>Interpolations inside each other; beyond ten the compiler takes seconds.</summary>
    public const int MostInterpolations = 6;

    /// <summary>Brackets inside each other: (, [ and {.</summary>
    public const int MostBrackets = 100;

    /// <summary>What is said of a #line directive; the compiler's own look finds those that stand where this one does not look.</summary>
    public const string LineDirective = "has a #line directive, after which no message can name the right place; remove it";

    private readonly SourceFile file;
    private readonly string text;
    private int at;
    private int line = 1;

    private Prescan(SourceFile file)
    {
        this.file = file;
        text = Lines(file.Text);
    }

    /// <summary>Every end of a line that the compiler knows as one '\n': a lone CR, NEL, LS and PS among them.</summary>
    private static string Lines(string text) => text.AsSpan().ContainsAny("\r\u0085\u2028\u2029")
        ? text.Replace("\r\n", " \n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\u0085', '\n').Replace('\u2028', '\n').Replace('\u2029', '\n')
        : text;

    /// <summary>Why the file is not given to the compiler; null when it is.</summary>
    public static Finding? Problem(SourceFile file) => new Prescan(file).Code(brackets: 0, interpolations: 0, closing: 0);

    private char Next => Peek(1);

    private char Peek(int offset) => at + offset < text.Length ? text[at + offset] : '\0';

    /// <summary>Reads code up to the end, or behind as many closing braces as opened the hole that it fills.</summary>
    private Finding? Code(int brackets, int interpolations, int closing)
    {
        var depth = 0;
        for (; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\n':
                    line++;
                    break;
                case '/' when Next == '/':
                    SkipTo("\n", stopBefore: true);
                    break;
                case '/' when Next == '*':
                    SkipTo("*/", stopBefore: false);
                    break;
                case '\'':
                    SkipCharacter();
                    break;
                case '#' when IsFirstOfLine():
                    if (IsLineDirective())
                        return Told(LineDirective);
                    SkipTo("\n", stopBefore: true);
                    break;
                case '"' or '$' or '@' when StringAhead() is { } quote:
                    if (Literal(quote, brackets + depth, interpolations) is { } inside)
                        return inside;
                    break;
                case '(' or '[' or '{':
                    if (brackets + ++depth > MostBrackets)
                        return Told($"has more than {MostBrackets} brackets inside each other, which is too deep for the compiler; put the inner parts into variables or methods");
                    break;
                case '}' when closing > 0 && depth == 0:
                    at += closing - 1;
                    return null;
                case ')' or ']' or '}':
                    depth = Math.Max(0, depth - 1);
                    break;
            }
        }

        return null;
    }

    /// <summary>Reads a string whose quotes are ahead; stays on its last character.</summary>
    private Finding? Literal((int Dollars, bool Verbatim, int Quotes) quote, int brackets, int interpolations)
    {
        if (quote.Dollars > 0 && interpolations == MostInterpolations)
            return Told($"has more than {MostInterpolations} string interpolations inside each other, which takes the compiler minutes; put the inner texts into variables");
        var raw = quote.Quotes >= 3;
        while (text[at] != '"')
            at++;
        at += quote.Quotes;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            line += c == '\n' ? 1 : 0;
            if (c == '"' && Run('"') is var run && (!raw || run >= quote.Quotes))
            {
                if (quote.Verbatim && !raw && run > 1)
                {
                    at++;
                    continue;
                }

                at += raw ? run - 1 : 0;
                return null;
            }

            if (c == '\\' && !quote.Verbatim && !raw)
                at++;
            else if (c == '\n' && !quote.Verbatim && !raw)
                return null;
            else if (c == '{' && quote.Dollars > 0 && Hole(quote.Dollars, raw))
            {
                if (Code(brackets, interpolations + 1, quote.Dollars) is { } inside)
                    return inside;
            }
        }

        return null;
    }

    /// <summary>Whether the braces here open an interpolation, and are not doubled ones that stand for themselves. Moves behind them.</summary>
    private bool Hole(int dollars, bool raw)
    {
        var run = Run('{');
        var opens = raw ? run >= dollars : run % 2 == 1;
        at += opens ? run : run - 1;
        return opens;
    }

    private (int Dollars, bool Verbatim, int Quotes)? StringAhead()
    {
        var (i, dollars, verbatim) = (at, 0, false);
        for (; i < text.Length && text[i] is '$' or '@'; i++)
        {
            dollars += text[i] == '$' ? 1 : 0;
            verbatim |= text[i] == '@';
        }

        if (i >= text.Length || text[i] != '"')
            return null;
        var start = i;
        while (i < text.Length && text[i] == '"')
            i++;
        var quotes = i - start;

        // Two quotes are an empty string; in a verbatim one the third starts nothing.
        return (dollars, verbatim, quotes >= 3 && !verbatim ? quotes : 1);
    }

    private int Run(char c)
    {
        var end = at;
        while (end < text.Length && text[end] == c)
            end++;
        return end - at;
    }

    private void SkipTo(string end, bool stopBefore)
    {
        // Behind the two characters of a comment's opening, of which a directive has one.
        var found = text.IndexOf(end, Math.Min(at + (text[at] == '#' ? 1 : 2), text.Length), StringComparison.Ordinal);
        var stop = found < 0 ? text.Length : found + (stopBefore ? 0 : end.Length);
        line += text.AsSpan(at, stop - at).Count('\n');
        at = stop - 1;
    }

    private void SkipCharacter()
    {
        var end = at + 1;
        while (end < text.Length && text[end] is not ('\'' or '\n'))
            end += text[end] == '\\' ? 2 : 1;
        if (end < text.Length && text[end] == '\'')
            at = end;
    }

    private bool IsFirstOfLine()
    {
        var start = at;
        while (start > 0 && text[start - 1] != '\n' && IsBlank(text[start - 1]))
            start--;
        return start == 0 || text[start - 1] == '\n';
    }

    /// <summary>As the compiler has it: more than spaces and tabs, and the byte order mark too.</summary>
    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\uFEFF' or '\u001A';

    private bool IsLineDirective() => text.AsSpan(at + 1).TrimStart([' ', '\t', '\v', '\f', '\u00A0', '\uFEFF']).StartsWith("line", StringComparison.Ordinal);

    private Finding Told(string problem) => new(file.Name, line, problem);
}
