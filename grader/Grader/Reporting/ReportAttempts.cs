namespace Grader.Reporting;

/// <summary>The same kata graded several times.</summary>
/// <param name="Scores">Points of each attempt, oldest first, the present one last.</param>
/// <param name="Counted">Which of them counts, from 1.</param>
/// <param name="Was">The points of the present attempt.</param>
internal sealed record ReportAttempts(IReadOnlyList<double> Scores, int Counted, double Was);
