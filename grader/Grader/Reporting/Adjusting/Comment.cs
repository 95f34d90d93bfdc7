using System.Globalization;

namespace Grader.Reporting.Adjusting;

/// <summary>One line of <c>comments.csv</c>: what somebody of the staff writes to a student. It changes no points.</summary>
/// <param name="Row">Where it stands, for messages.</param>
/// <param name="Student">The student's id in the report.</param>
/// <param name="Kata">The kata's slug; null for all that the student handed in.</param>
/// <param name="File">The file that it is about; null for the first one of the kata, when there is a line.</param>
/// <param name="Line">From 1; 0 for the whole kata.</param>
/// <param name="Text">Never empty.</param>
internal sealed record Comment(CsvTableRow Row, string Student, string? Kata, string? File, int Line, string Text)
{
    /// <exception cref="WrongUseException">A line has no comment, or a place that is none; the message names it.</exception>
    public static IReadOnlyList<Comment> Read(string text, string file) =>
        [.. CsvTable.Read(text, file, "student", "comment").Rows.Select(Of)];

    private static Comment Of(CsvTableRow row)
    {
        if (row["comment"].Length == 0)
            throw row.Wrong("the comment is empty; write one or leave the line out");
        var kata = row["kata"] is { Length: > 0 } slug ? slug : null;
        var place = row["line"];
        if (place.Length == 0)
            return new Comment(row, row["student"], kata, null, 0, row["comment"]);
        if (kata is null)
            throw row.Wrong($"'{place}' is a line of a kata, but the line names none; fill in the column 'kata'");
        var colon = place.LastIndexOf(':');
        if (!int.TryParse(place.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line) || line == 0)
            throw row.Wrong($"'{place}' is no line; write it like 14, or like Kata.cs:14");
        return new Comment(row, row["student"], kata, colon > 0 ? place[..colon] : null, line, row["comment"]);
    }
}
