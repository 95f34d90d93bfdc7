using Grader.Judging;
using Grader.Judging.Sandboxes;
using Judge;
using Judge.Protocol;

namespace Grader.Tests.Judging.Sandboxes;

/// <summary>
/// Each sandbox, attacked from inside. On a machine that cannot give one, the answer must be a reason and not a sandbox.
/// </summary>
[TestFixture, Parallelizable(ParallelScope.All)]
public sealed class SandboxTests
{
    private static readonly Dictionary<SandboxKind, Task<Examination>> Examinations =
        ((SandboxKind[])[SandboxKind.Bubblewrap, SandboxKind.Landlock]).ToDictionary(
            kind => kind, kind => new Examiner(TimeProvider.System).ExamineAsync(kind, CancellationToken.None));

    [TestCase(nameof(SandboxKind.Bubblewrap))]
    [TestCase(nameof(SandboxKind.Landlock))]
    public async Task A_sandbox_holds_in_every_layer_or_says_why_there_is_none(string kind)
    {
        var examination = await Examinations[Enum.Parse<SandboxKind>(kind)];

        if (examination.Problem.Length == 0)
            examination.Layers.ShouldAllBe(layer => layer.State != LayerState.Missing);
        else
            examination.Holds.ShouldBeFalse();
    }

    [Test, Platform("Linux")]
    public async Task Without_a_sandbox_the_same_attempts_succeed()
    {
        var examination = await new Examiner(TimeProvider.System).ExamineAsync(SandboxKind.None, CancellationToken.None);

        examination.Layers.Where(layer => layer.State == LayerState.Missing).Select(layer => layer.Name)
            .ShouldBe(["files", "writing", "network", "signals", "processes", "memory", "programs"]);
    }

    [TestCase(nameof(SandboxKind.Bubblewrap))]
    [TestCase(nameof(SandboxKind.Landlock))]
    public async Task An_explored_suite_says_the_same_in_a_box_as_outside(string kind)
    {
        var request = TinySuite.Request(
            """
            int total;
            void Add() { var old = total; total = old + 1; }

            [Test, Interleaved(DataRaces = false), Category("a")]
            public async Task Both_count()
            {
                await Task.WhenAll(Task.Run(Add), Task.Run(Add));
                total.ShouldBe(2);
            }
            """);
        var open = await TinySuite.JudgeAsync(request);
        var boxed = await JudgeAsync(kind, request);

        (boxed.Of("a") with { Seconds = 0 }).ShouldBe(open.Of("a") with { Seconds = 0 });
    }

    /// <summary>In the sandbox where this machine has it, in none where it has not: a verdict is the same.</summary>
    private static async Task<Judgement> JudgeAsync(string kind, JudgeRequest request)
    {
        var examination = await Examinations[Enum.Parse<SandboxKind>(kind)];
        var sandbox = examination.Problem.Length == 0 ? Sandbox.Of(examination.Kind) : Sandbox.None;
        var judgement = await new ChildJudge(new JudgeLauncher(sandbox), TimeProvider.System).JudgeAsync(request, CancellationToken.None);
        judgement.Ending.ShouldBe(Verdict.Accepted, judgement.EndingMessage + judgement.Errors);
        return judgement;
    }
}
