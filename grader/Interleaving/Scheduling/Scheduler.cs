namespace Interleaving.Scheduling;

/// <summary>
/// Says who runs next: a cancellation, if it comes here; or else whoever has to, so that everybody gets a turn (<see cref="Liveness"/>); or
/// else the one of those who can run that the strategy picks. Where nobody can run, time moves until somebody can, or the execution ends.
/// </summary>
/// <param name="execution">Of which execution.</param>
/// <param name="strategy">Who picks.</param>
internal sealed class Scheduler(Execution execution, IStrategy strategy)
{
    private readonly List<Operation> enabled = execution.Operations.Enabled;

    /// <summary>Whether the strategy is asked where only one can run, too.</summary>
    public bool SeesAll { get; } = strategy.SeesAll;

    /// <summary>Who goes on when <paramref name="previous"/> cannot. The execution may be over after it.</summary>
    public Operation Next(Operation previous)
    {
        if (execution.Cancellation.ComesAt(previous, previous.Done ? -1 : previous.Site) is { } canceller)
            return canceller;
        while (enabled.Count == 0)
        {
            if (!AdvanceTime())
            {
                Deadlocks.End(execution, previous);
                return previous;
            }

            if (!execution.Cancellation.IsPending)
                continue;

            // One more step at the same place, so that a schedule can tell this instant from the one before.
            previous.Steps++;
            if (execution.Cancellation.ComesAt(previous, -1) is { } late)
                return late;
        }

        return Pick(previous);
    }

    /// <summary>One of those who can run, of whom there is at least one.</summary>
    public Operation Pick(Operation previous)
    {
        while (true)
        {
            var next = execution.Liveness.Next(previous)
                ?? (enabled.Count == 1 && !SeesAll ? enabled[0]
                : strategy.Next(previous, enabled));
            if (next.Gate is not { } stores)
                return next;

            // One more step at the same place, so that a schedule can tell the choice before from the one after.
            previous.Steps++;
            stores.Advance();
        }
    }

    /// <summary>One of the others, although <paramref name="operation"/> could go on.</summary>
    public Operation PickOther(Operation operation)
    {
        execution.Operations.SetEnabled(operation, false);
        var next = Pick(operation);
        execution.Operations.SetEnabled(operation, true);
        return next;
    }

    /// <summary>The same for one that pauses: the others see what it stored.</summary>
    public Operation PickAfterPause(Operation operation)
    {
        execution.Liveness.CountPause();
        operation.Stores?.Drain();
        return PickOther(operation);
    }

    /// <summary>Only this operation can run: there is nothing to choose, and a strategy that sees all is told so.</summary>
    public void Show(Operation operation)
    {
        if (SeesAll && enabled.Count == 1 && execution.Liveness.Detector is null)
            strategy.Next(operation, enabled);
    }

    /// <summary>
    /// Time moves to the next instant at which a timer is due, and all that is due then can run. Where no timer is pending, nothing
    /// but a cancellation may be left; false when that is not either.
    /// </summary>
    public bool AdvanceTime()
    {
        execution.Liveness.CountStep(null);
        if (enabled.Count == 0)
            execution.Liveness.CountMove();
        return !execution.Over && (execution.Time.Advance() || (!execution.Over && execution.Cancellation.ComesAtLast()));
    }
}
