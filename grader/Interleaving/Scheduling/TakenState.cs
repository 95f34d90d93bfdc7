namespace Interleaving.Scheduling;

/// <summary>
/// What operations take and give back: a lock, a permit. Whoever takes it writes down that it is taken, also a reader who shares it with
/// other readers, so on simulated cores every take by somebody else moves its cache line.
/// </summary>
internal abstract class TakenState : SyncState
{
    /// <summary>Where it lies: in memory of its own, unless it is a struct.</summary>
    protected virtual (object Owner, nint Offset) Place => (this, 0);

    public override void Acquire(Operation operation)
    {
        base.Acquire(operation);
        var (owner, offset) = Place;
        operation.Execution.Caches?.Access(operation, owner, offset, write: true);
    }
}
