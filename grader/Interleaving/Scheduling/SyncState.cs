namespace Interleaving.Scheduling;

/// <summary>
/// What one execution knows of one synchronisation object. What an operation did before it releases is ordered before
/// what another does after it acquires (happens-before), in memory and in virtual core time alike.
/// </summary>
internal class SyncState
{
    private long coreTime;

    public VectorClock Clock { get; } = new();

    /// <summary>What of this an operation holds, and where it took it; asked only when a deadlock is reported.</summary>
    public virtual Holding? HeldBy(Operation operation) => null;

    /// <summary>
    /// An operation acted on it while rounds are watched. Unless it is known to come back to where it was, as a lock does, that is
    /// something new.
    /// </summary>
    public virtual void Acted(LivelockDetector livelock, int site) => livelock.Progress();

    public void Release(Operation operation)
    {
        operation.Stores?.Drain();
        ReleaseOnly(operation);
    }

    /// <summary>A release that is no fence: a volatile write.</summary>
    public void ReleaseOnly(Operation operation)
    {
        Clock.Join(operation.Clock);
        operation.Clock.Tick(operation.Slot);
        coreTime = Math.Max(coreTime, operation.CoreTime);
    }

    /// <summary>What another published is published by this as well.</summary>
    public void Join(SyncState other)
    {
        Clock.Join(other.Clock);
        coreTime = Math.Max(coreTime, other.coreTime);
    }

    public virtual void Acquire(Operation operation)
    {
        operation.Stores?.Drain();
        AcquireOnly(operation);
    }

    /// <summary>An acquire that is no fence: a volatile read.</summary>
    public void AcquireOnly(Operation operation)
    {
        operation.Acquires++;
        operation.Clock.Join(Clock);
        operation.CoreTime = Math.Max(operation.CoreTime, coreTime);
    }
}
