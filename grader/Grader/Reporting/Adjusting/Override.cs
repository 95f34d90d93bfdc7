namespace Grader.Reporting.Adjusting;

/// <summary>One line of <c>overrides.csv</c>: points that an instructor gives in place of the grader's.</summary>
/// <param name="Row">Where it stands, for messages.</param>
/// <param name="Student">The student's id in the report.</param>
/// <param name="Kata">The kata's slug.</param>
/// <param name="Points">0 to the kata's points; more only as extra credit.</param>
/// <param name="Reason">Why; never empty, as it is shown.</param>
/// <param name="IsExtra">Whether the line says that the points may be more than the kata is worth.</param>
internal sealed record Override(CsvTableRow Row, string Student, string Kata, decimal Points, string Reason, bool IsExtra)
{
    private const string Extra = "extra credit";

    /// <exception cref="WrongUseException">A line has no reason, or no number; the message names it.</exception>
    public static IReadOnlyList<Override> Read(string text, string file) =>
        [.. CsvTable.Read(text, file, "student", "kata", "points", "reason").Rows.Select(Of)];

    private static bool IsYes(CsvTableRow row) => row[Extra].ToUpperInvariant() switch
    {
        "" or "NO" => false,
        "YES" => true,
        _ => throw row.Wrong($"'{row[Extra]}' in the column '{Extra}' is neither yes nor no"),
    };

    private static Override Of(CsvTableRow row)
    {
        if (!CsvTable.TryNumber(row["points"], out var points))
            throw row.Wrong($"'{row["points"]}' is no number of points; write it like 7.5");
        if (row["reason"].Length == 0)
            throw row.Wrong("the reason is empty; say why, as it is shown beside the points");
        return new Override(row, row["student"], row["kata"], points, row["reason"], IsYes(row));
    }
}
