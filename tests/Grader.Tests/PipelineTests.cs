using Grader.Configuration;
using Grader.Judging;
using Grader.Records;
using Judge;
using Judge.Protocol;

namespace Grader.Tests;

/// <summary>The kata of the parallel sum is the one that is timed.</summary>
public sealed class PipelineTests
{
    private static readonly Workspace Workspace = Workspace.Find(Repository.Root);
    private static readonly Kata Timed = Workspace.Kata("parallel-sum");
    private static readonly string Answer = Repository.Read("solutions", "parallel-sum", "ParallelSum.cs");

    [Test]
    public async Task Timed_runs_come_last_and_one_at_a_time()
    {
        var running = 0;
        var judge = new FakeJudge(request =>
        {
            var others = Interlocked.Increment(ref running) - 1;
            if (request.Measure is not null)
                others.ShouldBe(0);
            Interlocked.Decrement(ref running);
            return new Judgement(Verdict.Accepted, "", [])
            {
                Side = request.Measure is { } plan ? new SideTimed(plan.Side, [new Sample(1, 1, "same")], [], []) : null,
            };
        });
        await GradeAsync(judge, [.. Enumerable.Range(0, 6).Select(i => Submission($"student-{i}"))]);
        WorkloadSide?[] both = [WorkloadSide.Baseline, WorkloadSide.Submission];
        judge.Asked.Select(request => request.Measure?.Side).ShouldBe(
            [.. Enumerable.Repeat<WorkloadSide?>(null, 6), .. Enumerable.Repeat(both, 6).SelectMany(static sides => sides)]);
        judge.Asked[^1].Criteria.ShouldBeEmpty("a timed run judges no tests");
        judge.Asked[^1].Plain.Select(image => image.Name).ShouldBe(["ParallelSum", "ParallelSum.Suite"]);
    }

    [Test]
    public async Task A_judge_that_breaks_again_and_again_has_one_budget()
    {
        // The reference is asked too, twice, with a budget of its own.
        var judge = new FakeJudge(_ => new Judgement(Verdict.JudgeError, "gone", []) { Begun = true, CpuSeconds = 50 });
        await GradeAsync(judge, [Submission("a")]);
        judge.Asked.Select(request => request.Limits.CpuSeconds).ShouldBe([60, 40, 60, 40]);
    }

    [Test]
    public async Task What_is_spent_before_the_timed_run_is_missing_in_it()
    {
        var judge = new FakeJudge(request => new Judgement(Verdict.Accepted, "", [])
        {
            CpuSeconds = 55,
            Side = request.Measure is { } plan ? new SideTimed(plan.Side, [new Sample(1, 1, "same")], [], []) : null,
        });
        await GradeAsync(judge, [Submission("a")]);
        judge.Asked.Select(request => (request.Measure?.Side, request.Limits.CpuSeconds)).ShouldBe(
            [(null, 60), (WorkloadSide.Baseline, 60), (WorkloadSide.Submission, 35)]);
    }

    [Test]
    public async Task What_did_not_end_is_not_timed()
    {
        var judge = new FakeJudge(_ => new Judgement(Verdict.Crash, "gone", []));
        (await GradeAsync(judge, [Submission("a")])).ShouldHaveSingleItem().Verdict.ShouldBe(Verdict.Crash);
        judge.Asked.ShouldHaveSingleItem().Measure.ShouldBeNull();
    }

    [Test]
    public async Task What_does_not_compile_never_reaches_the_judge()
    {
        var judge = FakeJudge.Lenient();
        var grades = await GradeAsync(judge, [Submission("a", "class {")]);
        grades.ShouldHaveSingleItem().Verdict.ShouldBe(Verdict.CompileError);
        judge.Asked.ShouldBeEmpty();
    }

    [Test]
    public async Task What_the_engine_cannot_control_is_refused_with_a_substitute()
    {
        var code = Answer + "\npublic static class Extra { public static void Meet(ReaderWriterLock gate) => gate.AcquireReaderLock(1); }\n";
        var grade = (await GradeAsync(FakeJudge.Lenient(), [Submission("a", code)])).ShouldHaveSingleItem();
        grade.Verdict.ShouldBe(Verdict.PolicyViolation);
        grade.Findings[0].File.ShouldBe("ParallelSum.cs");
        grade.Findings[0].Line.ShouldBeGreaterThan(1);
        grade.Findings[0].Message.ShouldContain("ReaderWriterLock");
        grade.Findings[0].Message.ShouldEndWith("use ReaderWriterLockSlim, or lock");
    }

    private static Task<IReadOnlyList<KataGrade>> GradeAsync(FakeJudge judge, IReadOnlyList<Submission> submissions) =>
        new GradingRun(Workspace, new RunSettings(10, 1, 4), judge).Pipeline.GradeAsync(submissions, (_, _) => { }, CancellationToken.None);

    private static Submission Submission(string student, string? code = null) =>
        new(student, Timed, [new SourceFile("ParallelSum.cs", code ?? Answer)]);
}
