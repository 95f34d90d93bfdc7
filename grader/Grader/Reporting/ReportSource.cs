using System.Text.RegularExpressions;
using Grader.Records;

namespace Grader.Reporting;

/// <summary>A file that was handed in, so that a page can show the lines that are spoken of.</summary>
/// <param name="File">Its name, as in <see cref="ReportLocation"/>.</param>
/// <param name="Text">What it says, cut when it is very long; lines end in \n.</param>
internal sealed partial record ReportSource(string File, string Text)
{
    /// <summary>Characters of a file; the longest of the katas' own have some thousands.</summary>
    private const int MostOfText = 20_000;

    public static ReportSource Of(SourceFile file)
    {
        var text = LineEnd().Replace(file.Text, "\n");
        return new ReportSource(file.Name, text.Length <= MostOfText ? text : text[..(text.LastIndexOf('\n', MostOfText - 1) + 1)]);
    }

    /// <summary>What ends a line of C# (ECMA-334, 6.3.2): the lines must count as the compiler counts them.</summary>
    [GeneratedRegex("\r\n|[\r\u0085\u2028\u2029]")]
    private static partial Regex LineEnd();
}
