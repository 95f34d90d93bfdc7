using System.Globalization;

namespace Grader.Reporting;

/// <summary>
/// Text of a submission made fit for a cell of a CSV file: a spreadsheet must not take it for a formula. Quotes and
/// separators are left to the writer of the file.
/// </summary>
internal static class CsvText
{
    /// <summary>
    /// What makes a spreadsheet take a cell for a formula; then the same in other widths and sizes, which some locales take too,
    /// and the minus sign. They are listed: without the system's tables of Unicode the runtime does not know them for the same.
    /// </summary>
    private const string FormulaStarts = "=+-@\t\r\n"
        + "\uFF1D\uFE66\u207C\u208C\uFF0B\uFE62\u207A\u208A\uFF0D\uFE63\u207B\u208B\u2212\uFF20\uFE6B";

    /// <remarks>
    /// The apostrophe tells a spreadsheet that a text follows. Leading blanks are trimmed by some, and so is what cannot be
    /// seen, so they do not hide a formula; nor do the other widths and sizes of its sign (＝ ﹦ ⁼), which some locales take
    /// for the sign itself.
    /// </remarks>
    public static string Cell(string text)
    {
        var start = 0;
        while (start < text.Length && text[start] is not ('\t' or '\r' or '\n') && IsUnseen(text[start]))
            start++;
        return start < text.Length && FormulaStarts.Contains(text[start]) ? "'" + Clean(text) : Clean(text);
    }

    private static bool IsUnseen(char c) => c == '\0' || char.IsWhiteSpace(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark;

    /// <summary>A zero byte ends the cell, or the file, for some readers.</summary>
    private static string Clean(string text) => text.Replace("\0", "\\u0000");
}
