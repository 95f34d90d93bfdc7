namespace Grader.Reporting;

/// <summary>Where the report was made.</summary>
internal sealed record ReportMachine(int Cores, string Os, string Runtime, string Sandbox);
