using Grader.Judging;
using Judge;
using Judge.Protocol;

namespace Grader.Tests.Judging;

/// <summary>What the judge times, on plain code, after the tests.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
public sealed class WorkloadTests
{
    private const string Tests =
        """[TestFixture] public class Tests { [Test, Category("a")] public void One() => 1.ShouldBe(1); }""";

    [Test]
    public async Task A_workload_gives_a_sample_for_each_trial_and_calibrations_around_them()
    {
        var judgement = await JudgeAsync("public object Sequential() => 1; public object Concurrent() => 1;");

        judgement.Ending.ShouldBe(Verdict.Accepted, judgement.EndingMessage);
        var workload = judgement.Workload.ShouldNotBeNull();
        workload.Verdict.ShouldBe(Verdict.Accepted);
        workload.Trials.Count.ShouldBe(4);
        workload.CalibrationBefore.ShouldNotBeEmpty();
        workload.CalibrationAfter.ShouldNotBeEmpty();
        workload.Processors.ShouldBe(Environment.ProcessorCount);
        foreach (var trial in workload.CalibrationBefore.Concat(workload.CalibrationAfter))
        {
            trial.SequentialCpu.ShouldBeGreaterThan(0);
            trial.ConcurrentWall.ShouldBeGreaterThan(0);
        }
    }

    [Test]
    public async Task A_result_that_differs_from_the_baselines_is_a_wrong_answer()
    {
        var workload = (await JudgeAsync("public object Sequential() => 1; public object Concurrent() => 2;")).Workload;

        workload.ShouldNotBeNull().Verdict.ShouldBe(Verdict.WrongAnswer);
        workload.Problem.ShouldNotBeNull().ShouldContain("is 2");
    }

    [Test]
    public async Task What_a_workload_throws_is_a_crash_of_the_workload_alone()
    {
        var judgement = await JudgeAsync(
            "public object Sequential() => 1; public object Concurrent() => throw new InvalidOperationException(\"no\");");

        judgement.Ending.ShouldBe(Verdict.Accepted);
        judgement.Of("a").Verdict.ShouldBe(Verdict.Accepted);
        judgement.Workload.ShouldNotBeNull().Verdict.ShouldBe(Verdict.Crash);
        judgement.Workload.Problem.ShouldBe("InvalidOperationException (what it says is not told of a hidden test)");
    }

    [Test]
    public async Task A_workload_that_never_ends_leaves_the_tests_results_as_they_are()
    {
        var judgement = await JudgeAsync(
            "public object Sequential() => 1; public object Concurrent() { while (true) { } }",
            TinySuite.Limits with { CpuSeconds = 2 });

        judgement.Ending.ShouldBe(Verdict.TimeLimit);
        judgement.Of("a").Verdict.ShouldBe(Verdict.Accepted);
        judgement.Workload.ShouldBeNull();
    }

    [Test]
    public async Task A_suite_without_a_workload_is_the_graders_own_fault()
    {
        var plain = TinySuite.Compile(Tests);
        var judgement = await TinySuite.JudgeAsync(new JudgeRequest
        {
            Suite = plain.Name,
            Woven = TinySuite.Weave(plain),
            Plain = [plain],
            Measure = new MeasurementPlan(),
            Limits = TinySuite.Limits,
        });

        judgement.Ending.ShouldBe(Verdict.JudgeError);
        judgement.EndingMessage.ShouldContain("IWorkload");
    }

    private static Task<Judgement> JudgeAsync(string members, JudgeLimits? limits = null)
    {
        var plain = TinySuite.Compile(Tests + $"public class Load : IWorkload {{ {members} }}");
        return TinySuite.JudgeAsync(new JudgeRequest
        {
            Suite = plain.Name,
            Woven = TinySuite.Weave(plain),
            Plain = [plain],
            Measure = new MeasurementPlan(Trials: 4, WarmUps: 1),
            Limits = limits ?? TinySuite.Limits,
        });
    }
}
