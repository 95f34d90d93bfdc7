namespace Grader.Reporting;

/// <summary>A row of a table that an instructor wrote.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Columns">The table's heads.</param>
/// <param name="Cells">One for each head; empty where the row is short.</param>
internal sealed record CsvTableRow(string File, int Line, IReadOnlyList<string> Columns, IReadOnlyList<string> Cells)
{
    /// <summary>The cell under a head, whatever its case; empty when there is no such column.</summary>
    public string this[string column]
    {
        get
        {
            for (var i = 0; i < Columns.Count; i++)
            {
                if (string.Equals(Columns[i], column, StringComparison.OrdinalIgnoreCase))
                    return Cells[i];
            }

            return "";
        }
    }

    /// <summary>Says what is wrong with this row, with its file and line.</summary>
    public WrongUseException Wrong(string problem) => new($"{File}:{Line}: {problem}");
}
