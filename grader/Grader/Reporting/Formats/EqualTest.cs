namespace Grader.Reporting.Formats;

/// <summary>One of a kata's tests that all weigh the same.</summary>
/// <param name="Name">The criterion's title, with its place when the criterion is several tests.</param>
/// <param name="Criterion">The criterion that it is a part of; null for what changed the points after grading.</param>
/// <param name="Passed">Whether its points are given.</param>
/// <param name="Score">Its points: the same for all that passed, else 0.</param>
internal sealed record EqualTest(string Name, ReportCriterion? Criterion, bool Passed, double Score);
