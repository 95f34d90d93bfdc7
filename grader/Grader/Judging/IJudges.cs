using Grader.Judging.Sandboxes;
using Grader.Judging.Tracing;
using Judge.Protocol;

namespace Grader.Judging;

/// <summary>Where commands have their judge from.</summary>
internal interface IJudges
{
    /// <summary>A judge in the sandbox that is wanted, or in the first one that holds here; in none when no one does.</summary>
    /// <exception cref="WrongUseException">The one that is wanted does not hold here.</exception>
    Task<SandboxedJudge> FindAsync(SandboxKind? wanted, CancellationToken cancellation);

    /// <summary>
    /// A judge, in the same sandbox, of so many requests at a time, that may use one process for what has one owner. Whoever asks for
    /// it disposes of it.
    /// </summary>
    IJudge Sharing(SandboxedJudge judge, int jobs);

    /// <summary>A judge for one's own code, asked again and again. Whoever asks for it disposes of it.</summary>
    IJudge Practice();

    /// <summary>Asks a judge in the same sandbox while its runtime is recorded: for this one request, and never for a grade.</summary>
    Task<Traced> TraceAsync(SandboxedJudge judge, JudgeRequest request, CancellationToken cancellation);

    /// <summary>What this machine's sandboxes hold, each attacked from inside.</summary>
    IAsyncEnumerable<Examination> ExamineAsync(SandboxKind? wanted, CancellationToken cancellation);
}
