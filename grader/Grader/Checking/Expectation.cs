using Grader.Records;
using Grader.Verdicts;
using Judge;

namespace Grader.Checking;

/// <summary>What should become of a submission of ours.</summary>
/// <param name="Verdict">The kata's verdict; null for any that costs points.</param>
/// <param name="Fails">
/// Exactly the criteria that fail; null for any, one or more. A measured criterion that is not named may fail on one
/// machine and not on another, but never for a right answer.
/// </param>
internal sealed record Expectation(Verdict? Verdict, IReadOnlyList<string>? Fails)
{
    /// <summary>References and alternatives.</summary>
    public static Expectation Right { get; } = new(global::Judge.Verdict.Accepted, []);

    /// <summary>Stubs.</summary>
    public static Expectation Wrong { get; } = new(null, null);

    /// <summary>In what the grade differs; empty when it is as expected.</summary>
    public IEnumerable<string> Disagreements(KataGrade grade)
    {
        foreach (var criterion in grade.Criteria.Where(criterion => IsUndecided(criterion)))
            yield return $"{criterion.Criterion.Id} is {criterion.Verdict}: {criterion.Judged.Message}";
        if (Verdict is { } verdict && grade.Verdict != verdict)
            yield return $"the verdict is {grade.Verdict}, expected {verdict}";
        var failing = grade.Criteria.Where(criterion => !VerdictTable.CostsNothing(criterion.Verdict)).Select(criterion => criterion.Criterion.Id).ToList();
        if (Fails is null && failing.Count == 0)
            yield return "nothing fails";
        var sure = Fails is { Count: > 0 } ? failing.Except(grade.Kata.Criteria.Where(c => c.Measure is not null).Select(c => c.Id).Except(Fails)) : failing;
        if (Fails is not null && !sure.ToHashSet().SetEquals(Fails))
            yield return $"{Names(failing)} fail, expected {Names(Fails)}";
        if (Fails is { Count: 0 } && grade.Score != grade.Kata.Points)
            yield return $"it gets {grade.Score} of {grade.Kata.Points} points";
    }

    /// <summary>A measured figure alone may stay open: it depends on what else the machine does.</summary>
    private static bool IsUndecided(CriterionGrade grade) =>
        grade.Verdict == global::Judge.Verdict.JudgeError
        || (grade.Verdict == global::Judge.Verdict.Inconclusive && grade.Criterion.Measure is null);

    private static string Names(IReadOnlyList<string> ids) => ids.Count == 0 ? "no criterion" : string.Join(", ", ids);
}
