namespace Interleaving.Scheduling;

/// <summary>
/// A cancellation that comes at a yield point of the schedule's choice (see <see cref="Interleaving.Cancellation"/>). It is an operation
/// that stands by: it cannot run until it is picked, and may be picked wherever somebody else could be.
/// </summary>
/// <param name="execution">In which.</param>
/// <param name="strategy">Who picks the point.</param>
internal sealed class InjectedCancellation(Execution execution, IStrategy strategy)
{
    /// <summary>The yield point at which it comes at the latest: a program may go round until it does.</summary>
    private const int MostPoints = 2_000;

    private Operation? canceller;
    private bool isKnown;

    /// <summary>Whether there is one that did not come yet.</summary>
    public bool IsPending => canceller is not null;

    /// <summary>The yield points at which it could have come, up to the one at which it did.</summary>
    public int Points { get; private set; }

    /// <summary>Lets <paramref name="cancel"/> run at some yield point from here on.</summary>
    /// <exception cref="InvalidOperationException">There is one already.</exception>
    public void Add(Operation operation, Action cancel)
    {
        if (isKnown)
            throw new InvalidOperationException("One token of an execution is cancelled anywhere: let those who are to be cancelled share it.");
        isKnown = true;
        canceller = new Operation(execution, execution.Operations.Count, "cancellation", cancel) { Enabled = false };
        canceller.Pending = new Step(StepKind.Start, canceller, 0, operation.Site);
        execution.Begin(canceller, operation.Clock);
        operation.Clock.Tick(operation.Slot);
        execution.Operations.AddStandby(canceller);
        execution.UpdateUnattended();
    }

    /// <summary>The operation that cancels, if it comes now; null when it does not.</summary>
    /// <param name="previous">Who comes to a yield point, has to wait or has ended.</param>
    /// <param name="site">Where; -1 when nobody is anywhere.</param>
    public Operation? ComesAt(Operation previous, int site)
    {
        if (canceller is not { } pending || execution.Over || (execution.Careful && Callbacks.IsInOne()))
            return null;
        if (++Points < MostPoints && !strategy.Cancels(previous, pending))
            return null;
        Come(pending, site);
        return pending;
    }

    /// <summary>Nothing else is left that could go on: it comes, if there is one.</summary>
    public bool ComesAtLast()
    {
        if (canceller is not { } pending)
            return false;
        Come(pending, -1);
        return true;
    }

    private void Come(Operation pending, int site)
    {
        canceller = null;
        pending.Site = site;
        execution.Operations.SetEnabled(pending, true);
        execution.Fingerprint.LookedDifferent(pending, execution.Operations.Living);
        execution.UpdateUnattended();
        execution.Liveness.Cancelled(pending);
    }
}
