namespace Grader.Reporting;

/// <summary>Points that an instructor gave in place of the grader's.</summary>
/// <param name="Points">The points that count.</param>
/// <param name="Reason">Why, in the instructor's words.</param>
/// <param name="Was">The points before.</param>
internal sealed record ReportOverride(double Points, string Reason, double Was);
