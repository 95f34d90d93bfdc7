namespace Grader.Reporting;

/// <summary>Work that was counted, or samples that were taken, under one stack of calls.</summary>
/// <param name="Stack">The student's methods, outermost first; what a hidden test does is one frame.</param>
/// <param name="Work">Loop rounds and calls; or samples.</param>
internal sealed record ReportFrame(IReadOnlyList<string> Stack, long Work);
