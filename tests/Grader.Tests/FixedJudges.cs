using Grader.Judging;
using Grader.Judging.Sandboxes;
using Grader.Judging.Tracing;
using Judge.Protocol;

namespace Grader.Tests;

/// <summary>Always the same judge, in what is said to be around it.</summary>
internal sealed class FixedJudges(IJudge judge, SandboxKind sandbox = SandboxKind.Bubblewrap, params Examination[] examinations) : IJudges
{
    /// <summary>What comes of every recording.</summary>
    public byte[] Trace { get; init; } = [];

    public Task<SandboxedJudge> FindAsync(SandboxKind? wanted, CancellationToken cancellation) =>
        Task.FromResult(new SandboxedJudge(judge, wanted ?? sandbox));

    public IJudge Sharing(SandboxedJudge judge, int jobs) => judge.Judge;

    public IJudge Practice() => judge;

    public async Task<Traced> TraceAsync(SandboxedJudge judge, JudgeRequest request, CancellationToken cancellation) =>
        new(await judge.Judge.JudgeAsync(request, cancellation), Trace, null);

    public IAsyncEnumerable<Examination> ExamineAsync(SandboxKind? wanted, CancellationToken cancellation) =>
        examinations.ToAsyncEnumerable();
}
