using Interleaving.Memory;
using Interleaving.Scheduling;

namespace Interleaving.Models.Spinning;

/// <summary>Who spins on one lock.</summary>
/// <param name="place">Where the lock lies, beside whatever else is there.</param>
internal sealed class SpinLockState((object Owner, nint Offset) place) : TakenState
{
    private static readonly object TableKey = new();
    private readonly WaitQueue free = new();
    private Operation? owner;

    protected override (object Owner, nint Offset) Place => place;

    /// <summary>The state of the lock that lies at this place; all locks whose place is unknown share one.</summary>
    public static SpinLockState Of(Operation operation, ref SpinLock location)
    {
        var table = operation.Execution.State(
            TableKey, static _ => new Dictionary<(object Owner, nint Offset), SpinLockState>(LocationComparer.Instance));
        var key = operation.Addresses.TryFind(ref location, out var found, out var offset) ? (found, offset) : (TableKey, 0);
        if (!table.TryGetValue(key, out var state))
            table.Add(key, state = new SpinLockState(key));
        return state;
    }

    public void Entered(Operation operation)
    {
        owner = operation;
        free.Set(false);
        Acquire(operation);
        operation.Note(EventKind.AcquiredSpinLock);
    }

    public void Exited(Operation operation)
    {
        owner = null;
        Release(operation);
        free.Set(true);
        operation.Note(EventKind.ReleasedSpinLock);
    }

    /// <summary>Blocks until the lock may be free; false when the time ran out first.</summary>
    public bool Await(Operation operation, int milliseconds)
    {
        // Closed before the first Exit, too: the lock was found taken.
        free.Set(false);
        return operation.Execution.Block(operation, free, new Wait(WaitKind.SpinLock, () => owner), milliseconds);
    }
}
