using Interleaving.Scheduling;

namespace Interleaving.Models.Clocks;

/// <summary>
/// Timers that are due at different instants are ordered by time: what a callback has done that ended at an earlier one comes
/// before what a later one does. Those of one instant are a choice of the schedule's, and so are two that overlap.
/// </summary>
internal sealed class TimerOrder
{
    private static readonly object Key = new();

    private readonly SyncState earlier = new();
    private SyncState now = new();
    private long instant;

    public static TimerOrder Of(Execution execution) => execution.State(Key, static _ => new TimerOrder());

    public void Began(Operation operation)
    {
        MoveTo(operation.Execution.Time.Now);
        earlier.Acquire(operation);
    }

    public void Ended(Operation operation)
    {
        MoveTo(operation.Execution.Time.Now);
        now.Release(operation);
    }

    private void MoveTo(long time)
    {
        if (time == instant)
            return;
        instant = time;
        earlier.Clock.Join(now.Clock);
        now = new SyncState();
    }
}
