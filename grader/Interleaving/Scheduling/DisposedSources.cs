namespace Interleaving.Scheduling;

/// <summary>
/// Sources of tokens that somebody disposes of while others still ask them for the token. Nearly all programs ask first, so the question is
/// a point at which others may come between only once an execution has shown that nothing orders the two.
/// </summary>
/// <param name="execution">Where.</param>
internal sealed class DisposedSources(Execution execution)
{
    private bool areAskedLate;

    /// <summary>Whether this execution was the first to show it: what was tried before was not everything.</summary>
    public bool HasLearned { get; private set; }

    /// <summary>To be called when the source is disposed of.</summary>
    /// <param name="operation">Who does it.</param>
    /// <param name="asked">Who has asked so far.</param>
    public void Dispose(Operation operation, VectorClock asked) => areAskedLate |= !operation.Clock.Covers(asked);

    /// <summary>The execution is over.</summary>
    public void Learn()
    {
        HasLearned = areAskedLate && !execution.WorthDelaying.Tokens;
        execution.WorthDelaying.Tokens |= areAskedLate;
    }
}
