using Grader.Judging;
using Grader.Records;
using Judge;

namespace Grader.Tests.Judging;

/// <summary>A judge that fails with a submission, and not with the reference, has been broken.</summary>
public sealed class WitnessTests
{
    private static readonly Judgement Broken = new(Verdict.JudgeError, "told: 193",
        [new CriterionJudgement("a", Verdict.Accepted, ""), new CriterionJudgement("b", Verdict.JudgeError, "told: 193")])
    { Begun = true };

    private static readonly Judgement Whole = new(Verdict.Accepted, "",
        [new CriterionJudgement("a", Verdict.Accepted, ""), new CriterionJudgement("b", Verdict.Accepted, "")])
    { Begun = true };

    [Test]
    public void A_fault_that_the_reference_does_not_share_is_a_crash()
    {
        Witness.IsNeeded(Broken).ShouldBeTrue();
        var settled = Witness.Settle(Broken, Whole);
        settled.Ending.ShouldBe(Verdict.Crash);
        settled.Criteria.Select(criterion => criterion.Verdict).ShouldBe([Verdict.Accepted, Verdict.Crash]);
        settled.Of("b").Message.ShouldNotContain("193");
    }

    [Test]
    public void A_fault_that_the_reference_shares_is_ours_in_its_words()
    {
        var ours = Broken with { EndingMessage = "ours", Criteria = [Broken.Criteria[0], new CriterionJudgement("b", Verdict.JudgeError, "ours")] };
        var settled = Witness.Settle(Broken, ours);
        settled.Ending.ShouldBe(Verdict.JudgeError);
        (settled.EndingMessage, settled.Of("b").Verdict, settled.Of("b").Message).ShouldBe(("ours", Verdict.JudgeError, "ours"));
    }

    [Test]
    public void Nobody_is_asked_before_the_suite_began_or_where_nothing_is_wrong()
    {
        Witness.IsNeeded(Broken with { Begun = false }).ShouldBeFalse();
        Witness.IsNeeded(Whole).ShouldBeFalse();
        Witness.IsNeeded(Whole with { Ending = Verdict.Crash }).ShouldBeFalse();
    }
}
