namespace Grader.Reporting;

/// <summary>Work that was counted under one stack of calls.</summary>
/// <param name="Stack">The student's methods, outermost first; what a hidden test does is one frame.</param>
/// <param name="Work">Loop rounds and calls.</param>
internal sealed record ReportFrame(IReadOnlyList<string> Stack, long Work);
