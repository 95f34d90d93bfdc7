using Grader.Judging;
using Grader.Records;
using Judge;
using Judge.Protocol;

namespace Grader.Tests.Judging;

/// <summary>What the judge times, on plain code, after the tests: each side in a process of its own.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
public sealed class WorkloadTests
{
    private const string Tests =
        """[TestFixture] public class Tests { [Test, Category("a")] public void One() => 1.ShouldBe(1); }""";

    [TestCase(WorkloadSide.Baseline, "sequential")]
    [TestCase(WorkloadSide.Submission, "concurrent")]
    public async Task A_side_gives_a_sample_for_each_trial(object side, string result)
    {
        var judgement = await JudgeAsync(
            "public object Sequential(int trial) => \"sequential\"; public object Concurrent(int trial) => \"concurrent\";", (WorkloadSide)side);

        judgement.Ending.ShouldBe(Verdict.Accepted, judgement.EndingMessage);
        var timed = judgement.Side.ShouldNotBeNull();
        timed.Side.ShouldBe((WorkloadSide)side);
        timed.Verdict.ShouldBe(Verdict.Accepted);
        timed.Samples.Select(static sample => sample.Result).ShouldBe(Enumerable.Repeat(result, 4));
        timed.Processors.ShouldBe(Environment.ProcessorCount);
        timed.CalibrationBefore.ShouldNotBeEmpty();
        foreach (var trial in timed.CalibrationBefore.Concat(timed.CalibrationAfter))
        {
            trial.SequentialCpu.ShouldBeGreaterThan(0);
            trial.ConcurrentWall.ShouldBeGreaterThan(0);
        }
    }

    [Test]
    public async Task Both_sides_get_the_same_trials_and_never_one_twice()
    {
        const string members = "public object Sequential(int trial) => trial; public object Concurrent(int trial) => trial;";
        var baseline = (await JudgeAsync(members, WorkloadSide.Baseline)).Side.ShouldNotBeNull();
        var submission = (await JudgeAsync(members, WorkloadSide.Submission)).Side.ShouldNotBeNull();

        baseline.Samples.Select(static sample => sample.Result).ShouldBeUnique();
        WorkloadTimed.Of(baseline, submission).ShouldSatisfyAllConditions(
            static timed => timed.Verdict.ShouldBe(Verdict.Accepted), static timed => timed.Trials.Count.ShouldBe(4));
    }

    [Test]
    public void A_result_that_differs_from_the_baselines_is_a_wrong_answer_and_tells_neither()
    {
        var timed = WorkloadTimed.Of(
            new SideTimed(WorkloadSide.Baseline, [new(1, 1, "17"), new(1, 1, "18")], [], []),
            new SideTimed(WorkloadSide.Submission, [new(1, 1, "17"), new(1, 1, "19")], [], []));

        timed.Verdict.ShouldBe(Verdict.WrongAnswer);
        timed.Problem.ShouldNotBeNull().ShouldNotContain("1");
    }

    [Test]
    public async Task What_a_submission_throws_is_a_crash_of_the_workload_alone()
    {
        var judgement = await JudgeAsync(
            "public object Sequential(int trial) => 1; public object Concurrent(int trial) => throw new InvalidOperationException(\"no\");");

        judgement.Ending.ShouldBe(Verdict.Accepted);
        judgement.Of("a").Verdict.ShouldBe(Verdict.Accepted);
        judgement.Side.ShouldNotBeNull().Verdict.ShouldBe(Verdict.Crash);
        judgement.Side.Problem.ShouldBe("InvalidOperationException (what it says is not told of a hidden test)");
    }

    [Test]
    public async Task Who_interrupts_the_thread_that_called_it_interrupts_its_own()
    {
        var judgement = await JudgeAsync("""
            public object Sequential(int trial) => 1;
            public object Concurrent(int trial)
            {
                var caller = System.Threading.Thread.CurrentThread;
                var thread = new System.Threading.Thread(() =>
                {
                    while (true) caller.Interrupt();
                });
                thread.IsBackground = true;
                thread.Start();
                thread.Join(System.TimeSpan.FromMinutes(1));
                return 1;
            }
            """);

        judgement.Ending.ShouldBe(Verdict.Accepted, judgement.EndingMessage);
        judgement.Side.ShouldNotBeNull().Verdict.ShouldBe(Verdict.Crash);
        judgement.Side.Problem.ShouldNotBeNull().ShouldStartWith("ThreadInterruptedException");
    }

    [Test]
    public async Task A_workload_that_never_ends_leaves_the_tests_results_as_they_are()
    {
        var judgement = await JudgeAsync(
            "public object Sequential(int trial) => 1; public object Concurrent(int trial) { while (true) { } }",
            limits: TinySuite.Limits with { CpuSeconds = 2 });

        judgement.Ending.ShouldBe(Verdict.TimeLimit);
        judgement.Of("a").Verdict.ShouldBe(Verdict.Accepted);
        judgement.Side.ShouldBeNull();
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

    private static Task<Judgement> JudgeAsync(string members, WorkloadSide side = WorkloadSide.Submission, JudgeLimits? limits = null)
    {
        var plain = TinySuite.Compile(Tests + $"public class Load : IWorkload {{ {members} }}");
        return TinySuite.JudgeAsync(new JudgeRequest
        {
            Suite = plain.Name,
            Woven = TinySuite.Weave(plain),
            Plain = [plain],
            Measure = new MeasurementPlan(Trials: 4, WarmUps: 1, Side: side),
            Limits = limits ?? TinySuite.Limits,
        });
    }
}
