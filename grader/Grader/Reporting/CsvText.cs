namespace Grader.Reporting;

/// <summary>
/// Text of a submission made fit for a cell of a CSV file: a spreadsheet must not take it for a formula. Quotes and
/// separators are left to the writer of the file.
/// </summary>
internal static class CsvText
{
    // What makes a spreadsheet take a cell for a formula, and their full-width forms, which some locales take too
    // and which CsvHelper's own protection does not know.
    private const string FormulaStarts = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /// <remarks>
    /// The apostrophe tells a spreadsheet that a text follows. Leading blanks are trimmed by some, so they do not hide a
    /// formula.
    /// </remarks>
    public static string Cell(string text) =>
        FormulaStarts.Contains(text.TrimStart(' ', '\u00A0', '\u3000', '\0').FirstOrDefault(' ')) ? "'" + Clean(text) : Clean(text);

    /// <summary>A zero byte ends the cell, or the file, for some readers.</summary>
    private static string Clean(string text) => text.Replace("\0", "\\u0000");
}
