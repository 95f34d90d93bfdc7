namespace Grader.Reporting;

/// <summary>Something found before anything ran.</summary>
/// <param name="Location">Absent when it is not about one place.</param>
internal sealed record ReportFinding(string Message, ReportLocation? Location = null);
