using Judge.Protocol;

namespace Grader.Judging;

/// <summary>Runs a hidden suite against a submission and says, criterion by criterion, what came of it.</summary>
internal interface IJudge
{
    /// <summary>
    /// Never throws for what a submission does: that becomes a verdict. Throws <see cref="OperationCanceledException"/>
    /// when <paramref name="cancellation"/> asks for it.
    /// </summary>
    Task<Judgement> JudgeAsync(JudgeRequest request, CancellationToken cancellation);
}
