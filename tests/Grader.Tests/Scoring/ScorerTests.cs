using Grader.Configuration;
using Grader.Judging;
using Grader.Records;
using Grader.Scoring;
using Judge;

namespace Grader.Tests.Scoring;

public sealed class ScorerTests
{
    private static readonly Measurements Figures = new(
        Parallelism: 3, Cores: 4, CpuOverhead: 1.5, CpuOverheadLow: 1.4, CpuOverheadHigh: 1.6,
        WallSpeedup: 1.2, WallSpeedupLow: 1.1, WallSpeedupHigh: 1.3, Calibration: 1.9, Processors: 2, Quiet: true);

    [Test]
    public void Each_criterion_gives_its_own_points()
    {
        var grade = Grade([Tested("a", 4), Tested("b", 6)], new Judgement(Verdict.Accepted, "",
            [new("a", Verdict.Accepted, ""), new("b", Verdict.Deadlock, "stuck")]));
        grade.Score.ShouldBe(4);
        grade.Verdict.ShouldBe(Verdict.Deadlock);
    }

    [TestCase(nameof(Verdict.Inconclusive))]
    [TestCase(nameof(Verdict.JudgeError))]
    public void What_is_nobodys_fault_costs_nothing(string name)
    {
        var verdict = Enum.Parse<Verdict>(name);
        Grade([Tested("a", 4)], new Judgement(Verdict.Accepted, "", [new("a", verdict, "?")])).Score.ShouldBe(4);
        Scorer.Stopped(Kata([Tested("a", 4)]), verdict, []).Score.ShouldBe(4);
    }

    [Test]
    public void A_judge_that_ended_early_gives_its_ending_to_what_it_did_not_say()
    {
        var grade = Grade([Tested("a", 4), Tested("b", 6), Measured(2)], new Judgement(Verdict.TimeLimit, "too long",
            [new("a", Verdict.Accepted, "")]));
        grade.Criteria.Select(criterion => criterion.Verdict).ShouldBe([Verdict.Accepted, Verdict.TimeLimit, Verdict.TimeLimit]);
        grade.Score.ShouldBe(4);
    }

    [TestCase(1.5, nameof(Verdict.Accepted))]
    [TestCase(1.45, nameof(Verdict.Accepted), Description = "the interval holds the bound: in doubt for the submission")]
    [TestCase(1.3, nameof(Verdict.TooSlow), Description = "the whole interval is beyond it")]
    public void CPU_overhead_fails_only_beyond_doubt(double atMost, string verdict) =>
        Thresholds.Decide(Measured(5) with { AtMost = atMost }, Figures).Verdict.ToString().ShouldBe(verdict);

    [TestCase(1.2, true, nameof(Verdict.Accepted))]
    [TestCase(1.25, true, nameof(Verdict.Accepted))]
    [TestCase(1.31, true, nameof(Verdict.Inconclusive), Description = "2 processors ÷ 1.5 of overhead promise 1.33")]
    [TestCase(1.5, true, nameof(Verdict.TooSlow))]
    [TestCase(1.5, false, nameof(Verdict.Inconclusive))]
    public void Wall_speedup_fails_nobody_on_a_noisy_machine(double atLeast, bool quiet, string verdict) =>
        Thresholds.Decide(
            Measured(5) with { Measure = Measure.WallSpeedup, AtMost = null, AtLeast = atLeast }, Figures with { Quiet = quiet })
            .Verdict.ToString().ShouldBe(verdict);

    [Test]
    public void A_timed_run_with_a_wrong_result_is_no_speed()
    {
        var timed = new Judgement(Verdict.Accepted, "", []) { Workload = new([], [], [], "Another sum.") { Verdict = Verdict.WrongAnswer } };
        var grade = new Scorer(NoFormula).Grade(Kata([Measured(5)]), timed, timed, Figures);
        (grade.Verdict, grade.Criteria[0].Judged.Message).ShouldBe((Verdict.WrongAnswer, "Another sum."));
    }

    [TestCase("Parallelism / Cores", 3.0)]
    [TestCase("Parallelism > 2 ? 1 : 0", 4.0)]
    [TestCase("Max(0, 2 - CpuOverhead)", 2.0)]
    [TestCase("7", 4.0, Description = "more than all is all")]
    [TestCase("-1", 0.0)]
    [TestCase("0.0 / 0", 0.0, Description = "no number is nothing")]
    public void A_formula_scales_the_points(string formula, double points)
    {
        var criterion = Tested("a", 4) with { Formula = formula };
        var judgement = new Judgement(Verdict.Accepted, "", [new("a", Verdict.Accepted, "")]);
        var grade = new Scorer(new Formulas().Of).Grade(Kata([criterion]), judgement, judgement, Figures);
        ((double)grade.Score).ShouldBe(points);
    }

    [Test]
    public void A_formula_gives_nothing_for_a_wrong_result()
    {
        var criterion = Tested("a", 4) with { Formula = "1" };
        var judgement = new Judgement(Verdict.Accepted, "", [new("a", Verdict.WrongAnswer, "no")]);
        new Scorer(_ => _ => 1).Grade(Kata([criterion]), judgement, judgement, Figures).Score.ShouldBe(0);
    }

    [Test]
    public void A_formula_is_compiled_once()
    {
        var formulas = new Formulas();
        var criterion = Tested("a", 4) with { Formula = "Cores / 8.0" };
        formulas.Of(criterion).ShouldBeSameAs(formulas.Of(criterion with { Id = "b" }));
    }

    private static KataGrade Grade(IReadOnlyList<Criterion> criteria, Judgement judgement) =>
        new Scorer(NoFormula).Grade(Kata(criteria), judgement, judgement, Figures);

    private static Func<Measurements, double> NoFormula(Criterion criterion) => throw new InvalidOperationException();

    private static Kata Kata(IReadOnlyList<Criterion> criteria) =>
        new("tiny", "Tiny", "Tiny", ["Tiny.cs"], criteria.Sum(criterion => criterion.Points), criteria);

    private static Criterion Tested(string id, decimal points) => new(id, id, points, "hint");

    private static Criterion Measured(decimal points) =>
        new("cpu", "CPU", points, "hint", Measure.CpuOverhead, AtMost: 2);
}
