using Grader.Judging;
using Grader.Judging.Sandboxes;
using Grader.Judging.Tracing;
using Judge.Protocol;

namespace Grader.Tests;

/// <summary>Judges that tell what exceptions say, so that reports have something hostile to write.</summary>
internal sealed class RevealingJudges(IJudges inner) : IJudges
{
    public async Task<SandboxedJudge> FindAsync(SandboxKind? wanted, CancellationToken cancellation)
    {
        var (judge, kind) = await inner.FindAsync(wanted, cancellation);
        return new SandboxedJudge(new Revealing(judge), kind);
    }

    public IJudge Sharing(SandboxedJudge judge, int jobs) => judge.Judge;

    public IJudge Practice() => inner.Practice();

    public Task<Traced> TraceAsync(SandboxedJudge judge, JudgeRequest request, CancellationToken cancellation) => inner.TraceAsync(judge, request, cancellation);

    public IAsyncEnumerable<Examination> ExamineAsync(SandboxKind? wanted, CancellationToken cancellation) =>
        inner.ExamineAsync(wanted, cancellation);

    private sealed class Revealing(IJudge inner) : IJudge
    {
        public Task<Judgement> JudgeAsync(JudgeRequest request, CancellationToken cancellation) =>
            inner.JudgeAsync(request with { Reveal = true }, cancellation);
    }
}
