using System.Globalization;
using System.Text.RegularExpressions;

namespace Grader.Reporting.Html;

/// <summary>
/// What is left of a line when the words that its author was free to choose are taken away: two students made the same
/// mistake when their lines have the same shape.
/// </summary>
/// <remarks>
/// In code, names in lower case (locals, fields) are numbered in the order in which they appear, literals lose their values,
/// and spaces and comments do not matter. Keywords and names in upper case stay: those are the platform's, or the kata's.
/// </remarks>
internal static partial class ProblemShape
{
    private static readonly HashSet<string> Keywords =
    [
        "as", "async", "await", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "const", "continue", "decimal", "default",
        "do", "double", "else", "false", "finally", "fixed", "float", "for", "foreach", "goto", "if", "in", "int", "is", "lock", "long", "new",
        "not", "null", "object", "or", "out", "params", "private", "public", "readonly", "ref", "return", "short", "static", "string", "switch",
        "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "using", "var", "void", "volatile", "when", "while", "with", "yield",
    ];

    public static string OfCode(string line)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        return string.Join(' ', Token().Matches(line).Where(token => !token.Value.StartsWith("//", StringComparison.Ordinal)).Select(token => token.Value switch
        {
            [var first, ..] when char.IsAsciiDigit(first) => "0",
            [.., '"'] => "\"\"",
            [.., '\''] => "''",
            var word when !IsName(word) || Keywords.Contains(word) || char.IsUpper(word[0]) => word,
            var name => names.TryGetValue(name, out var number) ? number
                : names[name] = "#" + (names.Count + 1).ToString(CultureInfo.InvariantCulture),
        }));
    }

    /// <summary>Numbers differ from input to input, and from schedule to schedule.</summary>
    public static string OfMessage(string message) => Number().Replace(FirstLine(message), "0");

    public static string FirstLine(string message) => message.Split('\n')[0].Trim();

    private static bool IsName(string token) => char.IsLetter(token[0]) || token[0] is '_' or '@';

    [GeneratedRegex("""//.*|\$?@?\$?"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\d[\w.]*|@?[\p{L}_]\w*|\S""")]
    private static partial Regex Token();

    [GeneratedRegex(@"\d+([.,]\d+)*")]
    private static partial Regex Number();
}
