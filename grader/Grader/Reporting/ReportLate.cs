namespace Grader.Reporting;

/// <summary>A kata that was handed in after its time.</summary>
/// <param name="Due">When it was due.</param>
/// <param name="Submitted">When it came.</param>
/// <param name="Days">Days that were begun after the time and its grace; 1 or more.</param>
/// <param name="Percent">Taken off the points, 0 to 100.</param>
/// <param name="Was">The points before.</param>
internal sealed record ReportLate(DateTimeOffset Due, DateTimeOffset Submitted, int Days, double Percent, double Was);
