using System.Globalization;

namespace Grader.Reporting.Adjusting;

/// <summary>Tells what changed a kata's points after grading, so that every format shows it alike.</summary>
internal static class AdjustmentText
{
    /// <summary>A sentence for each change, in the order in which they were made; none when nothing was changed.</summary>
    public static IEnumerable<string> Of(ReportKata kata)
    {
        if (kata.Late is { } late)
        {
            yield return $"late by {late.Days} {(late.Days == 1 ? "day" : "days")} (due {Time(late.Due)}, came {Time(late.Submitted)}): "
                + $"{PlainText.Points(late.Percent)} % off {PlainText.Points(late.Was)} points";
        }

        if (kata.Attempts is { } attempts && attempts.Counted < attempts.Scores.Count)
        {
            yield return $"attempt {attempts.Counted} of {attempts.Scores.Count} counts ({string.Join(", ", attempts.Scores.Select(PlainText.Points))}): "
                + $"{Result(attempts, attempts.Counted - 1)} instead of {PlainText.Points(attempts.Was)}"
                + (attempts.Verdicts is [.., var last] ? $" and {last}; what is told below is the last attempt" : "");
        }

        if (kata.Override is { } changed)
            yield return $"set to {PlainText.Points(changed.Points)} points instead of {PlainText.Points(changed.Was)}: {changed.Reason}";
    }

    private static string Result(ReportAttempts attempts, int i) =>
        $"{PlainText.Points(attempts.Scores[i])} points{(attempts.Verdicts is { } all ? $" and {all[i]}" : "")}";

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}
