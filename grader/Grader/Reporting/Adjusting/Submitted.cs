using System.Globalization;

namespace Grader.Reporting.Adjusting;

/// <summary>One line of <c>submitted.csv</c>: when a student's work came, by the system that took it.</summary>
/// <param name="Row">Where it stands, for messages.</param>
/// <param name="Student">The student's id in the report.</param>
/// <param name="Kata">The kata's slug; null for all katas.</param>
/// <param name="Time">When it came.</param>
internal sealed record Submitted(CsvTableRow Row, string Student, string? Kata, DateTimeOffset Time)
{
    /// <exception cref="WrongUseException">A line has no time with an offset; the message names it.</exception>
    public static IReadOnlyList<Submitted> Read(string text, string file) =>
        [.. CsvTable.Read(text, file, "student", "submitted").Rows.Select(Of)];

    private static Submitted Of(CsvTableRow row)
    {
        // Without an offset a time would mean something else on every machine: that must not decide points.
        var text = row["submitted"];
        var whole = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
        if (!whole || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            throw row.Wrong($"'{text}' is no time with its offset from UTC; write it like 2026-12-01T23:59:00+01:00");
        return new Submitted(row, row["student"], row["kata"] is { Length: > 0 } kata ? kata : null, time);
    }
}
