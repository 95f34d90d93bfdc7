using Grader.Judging;
using Grader.Judging.Sandboxes;

namespace Grader.Tests;

/// <summary>Always the same judge, in what is said to be around it.</summary>
internal sealed class FixedJudges(IJudge judge, SandboxKind sandbox = SandboxKind.Bubblewrap, params Examination[] examinations) : IJudges
{
    public Task<SandboxedJudge> FindAsync(SandboxKind? wanted, CancellationToken cancellation) =>
        Task.FromResult(new SandboxedJudge(judge, wanted ?? sandbox));

    public IJudge Sharing(SandboxedJudge judge) => judge.Judge;

    public IJudge Practice() => judge;

    public IAsyncEnumerable<Examination> ExamineAsync(SandboxKind? wanted, CancellationToken cancellation) =>
        examinations.ToAsyncEnumerable();
}
