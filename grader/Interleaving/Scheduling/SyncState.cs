using Interleaving.Races;

namespace Interleaving.Scheduling;

/// <summary>
/// What one execution knows of one synchronisation object. What an operation did before it releases is ordered before
/// what another does after it acquires (happens-before), in memory and in virtual core time alike.
/// </summary>
internal class SyncState
{
    private long coreTime;

    public VectorClock Clock { get; } = new();

    public void Release(Operation operation)
    {
        Clock.Join(operation.Clock);
        operation.Clock.Tick(operation.Slot);
        coreTime = Math.Max(coreTime, operation.CoreTime);
    }

    public virtual void Acquire(Operation operation)
    {
        operation.Clock.Join(Clock);
        operation.CoreTime = Math.Max(operation.CoreTime, coreTime);
    }
}
