using Judge;

namespace Grader.Reporting;

/// <summary>The same kata graded several times.</summary>
/// <param name="Scores">Points of each attempt, oldest first, the present one last.</param>
/// <param name="Counted">Which of them counts, from 1.</param>
/// <param name="Was">The points of the present attempt.</param>
internal sealed record ReportAttempts(IReadOnlyList<double> Scores, int Counted, double Was)
{
    /// <summary>The verdict of each attempt, as <see cref="Scores"/>; absent in reports of before they were kept.</summary>
    public IReadOnlyList<Verdict>? Verdicts { get; init; }

    /// <summary>The verdict that belongs to the points: of the attempt that counts.</summary>
    /// <param name="present">Of the present attempt.</param>
    public Verdict Verdict(Verdict present) => Verdicts is { } all ? all[Counted - 1] : present;
}
