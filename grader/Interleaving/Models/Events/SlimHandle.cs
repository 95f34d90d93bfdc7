using Interleaving.Scheduling;

namespace Interleaving.Models.Events;

/// <summary>
/// The wait handle that an event or a semaphore without one gives out when it is asked: signalled as long as that lets somebody
/// through, and in one step with it.
/// </summary>
internal sealed class SlimHandle(SyncState owner)
{
    private EventHandleState? state;

    public WaitHandle Get(Operation operation, bool isOpen)
    {
        if (state is null)
        {
            state = EventHandleState.Of(operation, new ManualResetEvent(isOpen));
            if (isOpen)
                state.Join(owner);
        }

        return (WaitHandle)state.Target;
    }

    public void Follow(Operation operation, bool isOpen) => state?.Follow(operation, isOpen, owner);

    public void Dispose(Operation operation) => state?.Dispose(operation);
}
