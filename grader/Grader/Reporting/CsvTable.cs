using System.Globalization;
using CsvHelper;

namespace Grader.Reporting;

/// <summary>A table that an instructor wrote: named columns in any order, and for each row the line that it stands in.</summary>
/// <param name="File">Its name, for messages.</param>
/// <param name="Columns">The heads, as they are in the file.</param>
/// <param name="Rows">In the order of the file; empty lines are left out.</param>
internal sealed record CsvTable(string File, IReadOnlyList<string> Columns, IReadOnlyList<CsvTableRow> Rows)
{
    private static readonly CsvReaderOptions Reading = new()
    {
        TrackLineNumbers = true,
        TrimWhitespace = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        SkipEmptyLines = true,
    };

    /// <summary>
    /// Digits with a decimal point, or with a decimal comma as much of Europe writes it. "1,500" is one thing here and another there,
    /// so a comma before exactly three digits is no number.
    /// </summary>
    public static bool TryNumber(string cell, out decimal number)
    {
        var comma = cell.IndexOf(',');
        var text = comma >= 0 && !cell.Contains('.') && cell.Length - comma - 1 != 3 ? cell.Replace(',', '.') : cell;
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    /// <param name="text">The file's text; commas, semicolons or tabs between the cells.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="required">The columns that it must have.</param>
    /// <exception cref="WrongUseException">A column is missing or the quoting is broken; the message names the line.</exception>
    public static CsvTable Read(string text, string file, params string[] required)
    {
        try
        {
            using var csv = CsvReader.FromText(text.TrimStart('\uFEFF'), Reading);
            IReadOnlyList<string> columns = [.. csv.Headers];
            foreach (var column in required)
            {
                if (!columns.Contains(column, StringComparer.OrdinalIgnoreCase))
                {
                    throw new WrongUseException(
                        $"{file}:1: there is no column '{column}'; the first line must have {string.Join(", ", required)}");
                }
            }

            var rows = new List<CsvTableRow>();
            while (csv.Read())
            {
                var cells = Enumerable.Range(0, columns.Count)
                    .Select(i => i < csv.FieldCount ? csv.GetString(i).Trim() : "").ToList();
                if (cells.Exists(cell => cell.Length > 0))
                    rows.Add(new CsvTableRow(file, (int)csv.LineNumber, columns, cells));
            }

            return new CsvTable(file, columns, rows);
        }
        catch (CsvFormatException e)
        {
            throw new WrongUseException($"{file}:{e.LineNumber}: the quotes do not match; write a quote inside of a quoted cell twice");
        }
    }
}
