using Grader.Configuration;
using Grader.Judging;
using Grader.Records;
using Grader.Verdicts;
using Judge;
using Judge.Protocol;

namespace Grader.Scoring;

/// <summary>Turns what was found into points. Pure: formulas come in as delegates.</summary>
/// <param name="formulas">Gives a criterion's formula as a delegate; called only for criteria that have one.</param>
internal sealed class Scorer(Func<Criterion, Func<Measurements, double>> formulas)
{
    /// <summary>The grade of a submission that never ran: every criterion shares the verdict.</summary>
    public static KataGrade Stopped(Kata kata, Verdict verdict, IReadOnlyList<Finding> findings)
    {
        var location = findings is [{ Line: > 0 } first, ..] ? new SourceLocation(first.File, first.Line) : null;
        var message = findings.Count == 0 ? "" : location is null ? findings[0].ToString() : findings[0].Message;
        var share = VerdictTable.CostsNothing(verdict);
        return new KataGrade(
            kata, verdict,
            [.. kata.Criteria.Select(criterion =>
                new CriterionGrade(criterion, share ? criterion.Points : 0, new CriterionJudgement(criterion.Id, verdict, message) { Location = location }))],
            findings, null);
    }

    /// <summary>The grade of a submission that was judged.</summary>
    /// <param name="kata">The kata.</param>
    /// <param name="judgement">What the tests said.</param>
    /// <param name="timed">What the timed run said; the same as <paramref name="judgement"/> when there was none.</param>
    /// <param name="measurements">Statistics of both; null when nothing was counted or timed.</param>
    public KataGrade Grade(Kata kata, Judgement judgement, Judgement timed, Measurements? measurements)
    {
        var criteria = kata.Criteria
            .Select(criterion => new CriterionGrade(criterion, 0, criterion.Measure is null
                ? judgement.Of(criterion.Id)
                : Measured(criterion, judgement, timed, measurements)))
            .Select(grade => grade with { Score = Points(grade, measurements) })
            .ToList();
        return new KataGrade(kata, VerdictTable.Worst(criteria.Select(Telling)), criteria, [], measurements)
        {
            // Of the run that the figures are of.
            Stacks = Profiles.Telling(judgement.Parallelism)?.Stacks ?? [],
        };
    }

    /// <summary>A figure that the machine was too noisy for says nothing of the submission.</summary>
    private static Verdict Telling(CriterionGrade grade) =>
        grade is { Verdict: Verdict.Inconclusive, Criterion.Measure: not null } ? Verdict.Accepted : grade.Verdict;

    /// <summary>
    /// What the tests found wrong; null when nothing. Such a submission is not timed: on real threads a race, a hot lock or
    /// a shared cache line costs much or little by luck, and the count has told already.
    /// </summary>
    public static Verdict? Wrong(Judgement judgement)
    {
        var worst = VerdictTable.Worst(judgement.Criteria.Select(criterion => criterion.Verdict).Append(judgement.Ending));
        return VerdictTable.CostsNothing(worst) && judgement.Ending == Verdict.Accepted ? null : worst;
    }

    private static CriterionJudgement Measured(Criterion criterion, Judgement tested, Judgement judgement, Measurements? figures)
    {
        if (Wrong(tested) is { } wrong)
            return new CriterionJudgement(criterion.Id, wrong, "Not timed: first it has to pass everything above.") { NotTimed = true };
        if (judgement.Workload is { Verdict: not Verdict.Accepted } broken)
            return new CriterionJudgement(criterion.Id, broken.Verdict, broken.Problem ?? "The timed run failed.");
        if (judgement.Ending != Verdict.Accepted)
            return new CriterionJudgement(criterion.Id, judgement.Ending, judgement.EndingMessage);
        if (figures is null || judgement.Workload is null || judgement.Workload.Trials.Count == 0)
            return new CriterionJudgement(criterion.Id, Verdict.JudgeError, "Nothing was measured.");
        var (verdict, message) = Thresholds.Decide(criterion, figures);
        return new CriterionJudgement(criterion.Id, verdict, message);
    }

    /// <summary>
    /// All points or none, or the formula's share of them. A formula shapes what a criterion is worth once its tests
    /// passed, or when a measured figure missed its bound; it gives nothing for a wrong result.
    /// </summary>
    private decimal Points(CriterionGrade grade, Measurements? figures)
    {
        var all = grade.Criterion.Points;
        if (VerdictTable.Of(grade.Verdict).Kind is VerdictKind.Undecided or VerdictKind.Broken)
            return all;
        var scaled = grade.Criterion.Formula is not null && figures is not null
            && (grade.Verdict == Verdict.Accepted || (grade.Verdict == Verdict.TooSlow && grade.Criterion.Measure is not null));
        if (!scaled)
            return grade.Verdict == Verdict.Accepted ? all : 0;
        var share = formulas(grade.Criterion)(figures!);
        return double.IsFinite(share) ? Math.Round(all * (decimal)Math.Clamp(share, 0, 1), 2) : 0;
    }
}
