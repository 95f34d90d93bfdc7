using Grader.Configuration;
using Interleaving.Scheduling;
using Judge;

namespace Grader.Records;

/// <summary>What a submission gets.</summary>
/// <param name="Kata">The kata.</param>
/// <param name="Verdict">The worst of its criteria; a figure that the machine was too noisy for does not count.</param>
/// <param name="Criteria">One grade for each criterion, in the kata's order.</param>
/// <param name="Findings">What was found before anything ran: compile errors, contract, policy; empty when it ran.</param>
/// <param name="Measurements">Statistics of what was measured; null when nothing was.</param>
internal sealed record KataGrade(
    Kata Kata,
    Verdict Verdict,
    IReadOnlyList<CriterionGrade> Criteria,
    IReadOnlyList<Finding> Findings,
    Measurements? Measurements)
{
    /// <summary>The counted work by stacks of calls; empty when none was counted.</summary>
    public IReadOnlyList<WorkStack> Stacks { get; init; } = [];

    public decimal Score => Criteria.Sum(criterion => criterion.Score);
}
