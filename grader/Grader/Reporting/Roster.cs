using Grader.Records;

namespace Grader.Reporting;

/// <summary>
/// Who is who in the gradebook: the gradebook's own export with one more column, <c>folder</c>, the name of the student's
/// folder. All other columns are kept as they are, so that the gradebook finds its students again.
/// </summary>
/// <param name="File">The file's name, for messages.</param>
/// <param name="Students">By their folder; a student without one has a folder of no name.</param>
internal sealed record Roster(string File, IReadOnlyList<CsvTableRow> Students)
{
    public const string Folder = "folder";

    /// <exception cref="WrongUseException">There is no column <c>folder</c>, or two students have one folder.</exception>
    public static Roster Read(string text, string file)
    {
        // Canvas exports two rows above the students that are none.
        var rows = CsvTable.Read(text, file, Folder).Rows
            .Where(row => !row["Student"].Contains("Points Possible", StringComparison.Ordinal) && row.Cells.Any(cell => cell.Length > 0 && !cell.StartsWith("Manual Posting", StringComparison.Ordinal)))
            .ToList();
        foreach (var twice in rows.Where(row => row[Folder].Length > 0).GroupBy(row => Decompositions.Of(row[Folder]), StringComparer.Ordinal).Where(group => group.Count() > 1))
            throw twice.Last().Wrong($"the folder '{twice.Last()[Folder]}' stands in line {twice.First().Line} already; give each student one of their own");
        return new Roster(file, rows);
    }

    /// <summary>Whether the row is the one of a student of the report.</summary>
    public static bool IsOf(CsvTableRow row, string student) => Decompositions.AreSame(row[Folder], student);

    public CsvTableRow? Of(string student) => Students.FirstOrDefault(row => IsOf(row, student));
}
