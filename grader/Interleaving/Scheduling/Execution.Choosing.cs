namespace Interleaving.Scheduling;

/// <content>Who runs next, and what it means when nobody can.</content>
internal sealed partial class Execution
{
    private Operation Choose(Operation previous)
    {
        if (Cancellation.ComesAt(previous, previous.Done ? -1 : previous.Site) is { } canceller)
            return canceller;
        while (enabled.Count == 0)
        {
            if (!AdvanceTime())
            {
                Stuck(previous);
                return previous;
            }

            if (!Cancellation.IsPending)
                continue;

            // One more step at the same place, so that a schedule can tell this instant from the one before.
            previous.Steps++;
            if (Cancellation.ComesAt(previous, -1) is { } late)
                return late;
        }

        return Pick(previous);
    }

    private Operation Pick(Operation previous)
    {
        while (true)
        {
            var next = Liveness.Next(previous)
                ?? (enabled.Count == 1 && !seesAll ? enabled[0]
                : strategy.Next(previous, enabled));
            if (next.Gate is not { } stores)
                return next;

            // One more step at the same place, so that a schedule can tell the choice before from the one after.
            previous.Steps++;
            stores.Advance();
        }
    }

    private void Stuck(Operation previous)
    {
        if (Uncontrolled is not null)
            End();
        else if (Deadlocks.IsForGood(this))
            Fail(previous, FailureKind.Deadlock, Words.Deadlock(this), Deadlocks.Place(this), exception: null);
        else if (operations.Find(o => o.Waiting?.IsForeign == true) is { } foreign)
            Fail(foreign, FailureKind.Unsupported, Refusals.Foreign(foreign));
        else if (escaped)
            Fail(previous, FailureKind.Unsupported, Refusals.Escaped(previous));
        else if (Awaits.Concat(Followed).FirstOrDefault(pending => pending.IsForeign(this)) is { } pending)
            Fail(previous, FailureKind.Unsupported, Words.ForeignAwait(this, pending), pending.Site, exception: null);
        else
            Fail(previous, FailureKind.Deadlock, Words.Deadlock(this), Deadlocks.Place(this), exception: null);
    }

    /// <summary>
    /// Time moves to the next instant at which a timer is due, and all that is due then can run. Where no timer is pending, nothing
    /// but a cancellation may be left; false when that is not either.
    /// </summary>
    internal bool AdvanceTime()
    {
        Liveness.CountStep(null);
        if (enabled.Count == 0)
            Liveness.CountMove();
        return !Over && (Time.Advance() || (!Over && Cancellation.ComesAtLast()));
    }

    private Operation NextAfterPause(Operation operation)
    {
        Liveness.CountPause();
        operation.Stores?.Drain();
        return NextOfOthers(operation);
    }

    /// <summary>The operation could go on, and another one comes first.</summary>
    internal void LetOthersGo(Operation operation) => SwitchTo(operation, NextOfOthers(operation));

    private Operation NextOfOthers(Operation operation)
    {
        SetEnabled(operation, false);
        var next = Pick(operation);
        SetEnabled(operation, true);
        return next;
    }

    /// <summary>Only this operation can run and it says that it waits for somebody: let time pass, or see that it spins for ever.</summary>
    private void Idle(Operation operation)
    {
        Liveness.CountStep(operation);
        if (Over)
            operation.ThrowAborted();
        if (AdvanceTime() && enabled.Count > 1 && operation.Atomic == 0)
            SwitchTo(operation, NextAfterPause(operation));
    }

    private void SwitchTo(Operation operation, Operation next)
    {
        Liveness.EndStreak();
        if (!Over && !ReferenceEquals(next, operation))
        {
            if (operation.Enabled && operation.Pending.Kind != StepKind.Pause)
                Recorder?.Preempted(operation, next);
            Running = null;
            if (next.Host is { } host)
            {
                host.GiveTurn();
            }
            else
            {
                next.Host = hosts.Take();
                next.Host.GiveTurn(next);
            }

            operation.Host!.AwaitTurn();
            Running = operation;
        }

        if (Over)
            operation.ThrowAborted();
    }
}
