using System.Globalization;
using System.Text.RegularExpressions;
using Judge.Protocol;

namespace Judge.Suites;

/// <summary>Reads the place out of a stack trace.</summary>
internal static partial class StackTraces
{
    /// <summary>The innermost line that has a source file and is not the engine's own; null when there is none.</summary>
    public static SourceLocation? Top(string? trace)
    {
        var match = Line().Match(trace ?? "");
        return match.Success
            ? new SourceLocation(
                Path.GetFileName(match.Groups[1].Value), int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture))
            : null;
    }

    /// <remarks>An exception may say of its trace what it likes: no digits but these, and no more than a line's number has.</remarks>
    [GeneratedRegex(@"^ *at (?!Interleaving\.).*? in (.+):line ([0-9]{1,7})(?=\s|$)", RegexOptions.Multiline)]
    private static partial Regex Line();
}
