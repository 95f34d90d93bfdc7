namespace Interleaving.Scheduling;

/// <content>
/// A cancellation that comes at a yield point of the schedule's choice (see <see cref="Cancellation"/>). It is an operation that
/// stands by: it cannot run until it is picked, and may be picked wherever somebody else could be.
/// </content>
internal sealed partial class Execution
{
    /// <summary>The yield point at which it comes at the latest: a program may go round until it does.</summary>
    public const int MostPoints = 2_000;

    private Operation? cancellation;
    private bool hasCancellation;

    /// <summary>The yield points at which it could have come, up to the one at which it did.</summary>
    public int CancellationPoints { get; private set; }

    /// <summary>Lets <paramref name="cancel"/> run at some yield point from here on.</summary>
    /// <exception cref="InvalidOperationException">There is one already.</exception>
    public void CancelAnywhere(Operation operation, Action cancel)
    {
        if (hasCancellation)
            throw new InvalidOperationException("One token of an execution is cancelled anywhere: let those who are to be cancelled share it.");
        hasCancellation = true;
        cancellation = new Operation(this, operations.Count, "cancellation", cancel) { Enabled = false };
        cancellation.Pending = new Step(StepKind.Start, cancellation, 0, operation.Site);
        Begin(cancellation, operation.Clock);
        operation.Clock.Tick(operation.Slot);
        operations.Add(cancellation);
        living.Add(cancellation);
        unattended = Unattended;
    }

    /// <summary>The cancellation, if it comes now; null when it does not.</summary>
    /// <param name="previous">Who comes to a yield point, has to wait or has ended.</param>
    /// <param name="site">Where; -1 when nobody is anywhere.</param>
    private Operation? Cancelled(Operation previous, int site)
    {
        if (cancellation is not { } canceller || Over || (Careful && Callbacks.IsInOne()))
            return null;
        if (++CancellationPoints < MostPoints && !strategy.Cancels(previous, canceller))
            return null;
        Cancel(canceller, site);
        return canceller;
    }

    /// <summary>Nothing else is left that could go on.</summary>
    private bool CancelAtLast()
    {
        if (cancellation is not { } canceller)
            return false;
        Cancel(canceller, -1);
        return true;
    }

    private void Cancel(Operation canceller, int site)
    {
        cancellation = null;
        canceller.Site = site;
        SetEnabled(canceller, true);
        LookedDifferent(canceller);
        unattended = Unattended;
        Liveness.Cancelled(canceller);
    }
}
