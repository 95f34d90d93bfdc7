using System.Runtime.CompilerServices;
using Grader.Judging.Tracing;
using Judge.Protocol;

namespace Grader.Judging.Sandboxes;

/// <summary>Judges in the best sandbox of this machine: one that was attacked before and held.</summary>
internal sealed class SandboxedJudges(TimeProvider time) : IJudges
{
    private readonly Examiner examiner = new(time);

    public async Task<SandboxedJudge> FindAsync(SandboxKind? wanted, CancellationToken cancellation)
    {
        if (wanted != SandboxKind.None)
        {
            await foreach (var examination in ExamineAsync(wanted, cancellation))
            {
                if (examination.Holds && examination.Kind != SandboxKind.None)
                    return In(examination.Kind);
                if (wanted is not null)
                    throw new WrongUseException($"--sandbox {Name(examination.Kind)} does not hold here: {Reason(examination)}");
            }
        }

        return In(SandboxKind.None);
    }

    public IJudge Sharing(SandboxedJudge judge, int jobs) => new SharedJudge(new JudgeLauncher(Sandbox.Of(judge.Sandbox)), time, jobs);

    public IJudge Practice() => new PracticeJudge(time);

    public async Task<Traced> TraceAsync(SandboxedJudge judge, JudgeRequest request, CancellationToken cancellation)
    {
        using var port = new TracePort(time);
        var launcher = new TracingLauncher(Sandbox.Of(judge.Sandbox, [port.Folder]), port);
        return await port.EndAsync(await new ChildJudge(launcher, time).JudgeAsync(request, cancellation));
    }

    public async IAsyncEnumerable<Examination> ExamineAsync(
        SandboxKind? wanted, [EnumeratorCancellation] CancellationToken cancellation)
    {
        SandboxKind[] kinds = wanted is { } only ? [only] : [SandboxKind.Bubblewrap, SandboxKind.Landlock];
        foreach (var kind in kinds)
            yield return await examiner.ExamineAsync(kind, cancellation);
    }

    private SandboxedJudge In(SandboxKind kind) => new(new RestartingJudge(new ChildJudge(new JudgeLauncher(Sandbox.Of(kind)), time)), kind);

    private static string Name(SandboxKind kind) => kind.ToString().ToLowerInvariant();

    private static string Reason(Examination examination) => examination.Problem.Length > 0
        ? examination.Problem
        : string.Join("; ", examination.Layers.Where(layer => layer.State == LayerState.Missing).Select(layer => layer.Detail));
}
