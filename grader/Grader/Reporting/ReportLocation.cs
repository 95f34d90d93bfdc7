namespace Grader.Reporting;

/// <summary>A place of the student's code. <paramref name="Line"/> counts from 1; 0 is the whole file.</summary>
internal sealed record ReportLocation(string File, int Line);
