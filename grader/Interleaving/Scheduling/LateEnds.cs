namespace Interleaving.Scheduling;

/// <summary>
/// What has done all that it was for, and does not say so yet: a task that is not completed, a thread that is alive, a Lazy without its
/// value. Whether others run in between is a choice of the schedule (<see cref="IStrategy.EndsLate"/>), offered once an execution has
/// shown that somebody asks without waiting, and could have been told something else.
/// </summary>
/// <param name="execution">Where.</param>
/// <param name="strategy">Who chooses.</param>
internal sealed class LateEnds(Execution execution, IStrategy strategy)
{
    private bool areAskedFor;

    /// <summary>Whether this execution was the first to show it: what was tried before was not everything.</summary>
    public bool HasLearned { get; private set; }

    /// <summary>Somebody asks, without waiting, whether something has ended.</summary>
    /// <param name="operation">Who asks.</param>
    /// <param name="ended">The answer.</param>
    /// <param name="state">What the end makes visible: whoever knows it already can get no other answer.</param>
    public void Asked(Operation operation, bool ended, SyncState state) =>
        areAskedFor |= ended ? !operation.Clock.Covers(state.Clock) : execution.Operations.Enabled.Count > 1;

    /// <summary>To be called right before <paramref name="what"/> says that it has ended.</summary>
    public void Before(Operation operation, object what)
    {
        if (execution.Over || execution.Operations.Enabled.Count == 1 || operation.Atomic > 0 || (execution.Careful && Callbacks.IsInOne())
            || !strategy.EndsLate(operation, execution.WorthDelaying.Ends))
            return;
        execution.Fingerprint.LookedDifferent(operation, execution.Operations.Living);
        operation.Steps++;
        operation.Pending = new Step(StepKind.Sync, what, 0, operation.Site);
        execution.LetOthersGo(operation);
    }

    /// <summary>The execution is over.</summary>
    public void Learn()
    {
        HasLearned = areAskedFor && !execution.WorthDelaying.Ends;
        execution.WorthDelaying.Ends |= areAskedFor;
    }
}
