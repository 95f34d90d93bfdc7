using Grader.Configuration;
using Grader.Records;
using Grader.Scoring;
using Judge;

namespace Grader.Checking;

/// <summary>What should become of a submission of ours.</summary>
/// <param name="Verdict">The kata's verdict; null for any that costs points.</param>
/// <param name="Fails">Exactly the criteria that fail; null for any, one or more.</param>
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
            yield return $"{criterion.Criterion.Id} is {criterion.Verdict}: {criterion.Message}";
        if (Verdict is { } verdict && grade.Verdict != verdict && !(verdict == global::Judge.Verdict.Accepted && OnlySpeedIsOpen(grade)))
            yield return $"the verdict is {grade.Verdict}, expected {verdict}";
        var failing = grade.Criteria.Where(criterion => !Severity.CostsNothing(criterion.Verdict)).Select(criterion => criterion.Criterion.Id).ToList();
        if (Fails is null && failing.Count == 0)
            yield return "nothing fails";
        if (Fails is not null && !failing.ToHashSet().SetEquals(Fails))
            yield return $"{Names(failing)} fail, expected {Names(Fails)}";
        if (Fails is { Count: 0 } && grade.Score != grade.Kata.Points)
            yield return $"it gets {grade.Score} of {grade.Kata.Points} points";
    }

    /// <summary>Wall speedup alone may stay open: it depends on what else the machine does.</summary>
    private static bool IsUndecided(CriterionGrade grade) =>
        grade.Verdict == global::Judge.Verdict.JudgeError
        || (grade.Verdict == global::Judge.Verdict.Inconclusive && grade.Criterion.Measure != Measure.WallSpeedup);

    private static bool OnlySpeedIsOpen(KataGrade grade) =>
        grade.Verdict == global::Judge.Verdict.Inconclusive && !grade.Criteria.Any(IsUndecided);

    private static string Names(IReadOnlyList<string> ids) => ids.Count == 0 ? "no criterion" : string.Join(", ", ids);
}
