using Grader.Records;
using Judge;

namespace Grader.Judging;

/// <summary>
/// Whose fault it is that a judge fails once the suite has begun. By then code of the submission may have run, and whoever
/// breaks his judge must not get the points of a fault of ours: it is ours only where the same judge fails in the same way
/// with the reference solution.
/// </summary>
internal static class Witness
{
    /// <summary>Told in place of what the judge said, which a submission may have had a hand in.</summary>
    private const string Broken =
        "The judge broke off where it does not with the reference solution: something that the code did, or left behind, ended it. "
        + "Look for a thread or a timer that outlives the call, and for a member of an exception that throws.";

    /// <summary>Whether the reference has to be asked.</summary>
    public static bool IsNeeded(Judgement judgement) =>
        judgement.Begun && (judgement.Ending == Verdict.JudgeError || judgement.Criteria.Any(criterion => criterion.Verdict == Verdict.JudgeError));

    /// <summary>The judgement with each fault laid at the right door.</summary>
    /// <param name="judgement">Of the submission.</param>
    /// <param name="reference">What the same request came to with the reference in its place.</param>
    public static Judgement Settle(Judgement judgement, Judgement reference)
    {
        var ours = reference.Ending == Verdict.JudgeError;
        return judgement with
        {
            Ending = judgement.Ending == Verdict.JudgeError && !ours ? Verdict.Crash : judgement.Ending,
            EndingMessage = judgement.Ending != Verdict.JudgeError ? judgement.EndingMessage : ours ? reference.EndingMessage : Broken,
            Criteria = [.. judgement.Criteria.Select(criterion => Settle(criterion, reference.Of(criterion.Id)))],
        };
    }

    private static CriterionJudgement Settle(CriterionJudgement criterion, CriterionJudgement reference) =>
        criterion.Verdict != Verdict.JudgeError ? criterion
        : reference.Verdict == Verdict.JudgeError ? criterion with { Message = reference.Message }
        : criterion with { Verdict = Verdict.Crash, Message = Broken };
}
