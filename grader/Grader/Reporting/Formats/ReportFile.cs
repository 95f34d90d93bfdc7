namespace Grader.Reporting.Formats;

/// <summary>One file of a format.</summary>
/// <param name="Path">Under the <c>--out</c> folder, with slashes.</param>
/// <param name="Text">To be written as UTF-8 without a byte order mark.</param>
internal sealed record ReportFile(string Path, string Text);
