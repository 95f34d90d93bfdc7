using Grader.Configuration;
using Judge;

namespace Grader.Records;

/// <summary>What a submission gets for one criterion.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="Score">Points, 0 to the criterion's.</param>
/// <param name="Judged">What its tests said, or the measured figure, or whatever kept them from running.</param>
internal sealed record CriterionGrade(Criterion Criterion, decimal Score, CriterionJudgement Judged)
{
    public Verdict Verdict => Judged.Verdict;
}
