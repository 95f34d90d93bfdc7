using Grader.Judging.Sandboxes;
using Grader.Judging.Tracing;
using Grader.Profiling;
using Judge;
using Judge.Confining;
using Judge.Protocol;

namespace Grader.Tests.Judging;

/// <summary>A judge whose runtime is recorded, in every sandbox. Where the machine has not got it, in none.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
public sealed class TracingTests
{
    private const string Busy =
        """
        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        public static long Busy() { long sum = 0; for (var i = 0; i < 30_000_000; i++) sum = sum * 31 + (i ^ 1); return sum; }
        """;

    [TestCase(nameof(SandboxKind.None))]
    [TestCase(nameof(SandboxKind.Bubblewrap))]
    [TestCase(nameof(SandboxKind.Landlock))]
    public async Task What_is_timed_is_found_in_the_trace(string kind)
    {
        var (judgement, trace, problem) = await TraceAsync(kind, Request($"public object Concurrent(int trial) => Busy(); {Busy}"));

        problem.ShouldBeNull(judgement.EndingMessage + judgement.Errors);
        judgement.Ending.ShouldBe(Verdict.Accepted, judgement.EndingMessage);
        judgement.Errors.ShouldBeEmpty();
        judgement.Side.ShouldNotBeNull().Samples.Count.ShouldBeGreaterThanOrEqualTo(3);
        Methods(trace).ShouldContain("Load.Busy");
    }

    [Test]
    public async Task A_run_that_is_stopped_leaves_what_was_recorded_until_then()
    {
        var request = Request("public object Concurrent(int trial) { while (true) Busy(); } " + Busy);
        var (judgement, trace, problem) = await TraceAsync(nameof(SandboxKind.None), request with { Limits = TinySuite.Limits with { CpuSeconds = 3 } });

        problem.ShouldBeNull();
        judgement.Ending.ShouldBe(Verdict.TimeLimit);
        Methods(trace).ShouldContain("Load.Busy");
    }

    /// <summary>The port is for the runtime alone: code in the judge makes no other use of it.</summary>
    [TestCase(nameof(SandboxKind.Bubblewrap))]
    [TestCase(nameof(SandboxKind.Landlock))]
    public async Task The_sandbox_holds_while_it_is_recorded(string kind)
    {
        if (await InAsync(kind) == SandboxKind.None)
            return;
        var request = new JudgeRequest
        {
            Suite = "",
            Woven = [],
            Limits = new JudgeLimits(WallSeconds: 20, CpuSeconds: 20, MemoryMegabytes: 64, Threads: 32),
            Probe = new ProbePlan("/etc/passwd", Environment.ProcessId),
        };
        var (judgement, _, problem) = await TraceAsync(kind, request);

        problem.ShouldBeNull();
        judgement.Attempts.Select(attempt => attempt.Layer).ShouldBe(Probe.Layers, ignoreOrder: true);
        judgement.Attempts.ShouldAllBe(attempt => attempt.Escape.Length == 0);
    }

    private static async Task<Traced> TraceAsync(string kind, JudgeRequest request)
    {
        var judge = await new SandboxedJudges(TimeProvider.System).FindAsync(await InAsync(kind), CancellationToken.None);
        return await new SandboxedJudges(TimeProvider.System).TraceAsync(judge, request, CancellationToken.None);
    }

    private static async Task<SandboxKind> InAsync(string kind)
    {
        var wanted = Enum.Parse<SandboxKind>(kind);
        var examination = await new Examiner(TimeProvider.System).ExamineAsync(wanted, CancellationToken.None);
        return examination.Problem.Length == 0 && examination.Holds ? wanted : SandboxKind.None;
    }

    private static IEnumerable<string> Methods(byte[] trace) =>
        TraceReader.Read(trace).SelectMany(sample => sample.Methods).Select(method => $"{method.Type}.{method.Name}").Distinct();

    private static JudgeRequest Request(string members)
    {
        var plain = TinySuite.Compile(
            """[TestFixture] public class Tests { [Test, Category("a")] public void One() => 1.ShouldBe(1); } """
            + $"public class Load : IWorkload {{ public object Sequential(int trial) => 1; {members} }}");
        return new JudgeRequest
        {
            Suite = plain.Name,
            Woven = TinySuite.Weave(plain),
            Plain = [plain],
            Criteria = [],
            Measure = new MeasurementPlan(Trials: 1_000, WarmUps: 1),
            Limits = TinySuite.Limits,
        };
    }
}
