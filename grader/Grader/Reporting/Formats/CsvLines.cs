using System.Globalization;
using CsvHelper;

namespace Grader.Reporting.Formats;

/// <summary>Writes rows as CSV, each cell fit for a spreadsheet.</summary>
internal static class CsvLines
{
    private static readonly CsvWriterOptions Format = new() { NewLine = "\n" };

    public static string Render(IEnumerable<IReadOnlyList<string>> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = CsvWriter.Create(text, Format, leaveOpen: true);
        foreach (var row in rows)
        {
            foreach (var cell in row)
                csv.WriteField(CsvText.Cell(cell));
            csv.EndRecord();
        }

        csv.Flush();
        return text.ToString();
    }
}
