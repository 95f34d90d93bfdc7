namespace Grader.Reporting;

/// <summary>What somebody of the staff wrote to a student.</summary>
/// <param name="Text">As it was written; never empty.</param>
/// <param name="Location">The line that it is about; absent for the whole.</param>
internal sealed record ReportComment(string Text, ReportLocation? Location = null);
