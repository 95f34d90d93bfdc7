using Interleaving.Scheduling;

namespace Interleaving.Models.Events;

/// <summary>An event that lets one wait through (auto-reset) or all (manual-reset).</summary>
internal sealed class EventHandleState(EventWaitHandle target, bool isAuto, bool isSet) : HandleState(target)
{
    private bool isSet = isSet;

    public static EventHandleState Of(Operation operation, EventWaitHandle self) => operation.State(self, static key =>
    {
        var handle = (EventWaitHandle)key;
        var isSet = handle.WaitOne(0);
        var isAuto = handle is AutoResetEvent || (handle is not ManualResetEvent && LetsOneThrough(handle));
        if (isSet)
            handle.Set();
        else
            handle.Reset();
        return new EventHandleState(handle, isAuto, isSet);
    });

    /// <summary>An event does not say in which mode it was made.</summary>
    private static bool LetsOneThrough(EventWaitHandle handle)
    {
        handle.Set();
        return handle.WaitOne(0) && !handle.WaitOne(0);
    }

    public override bool IsSignalled(Operation operation) => isSet;

    public override void Take(Operation operation)
    {
        isSet &= !isAuto;
        if (isAuto)
            operation.Note(EventKind.TookSignal, Target);
    }

    public void Set(Operation operation, bool on)
    {
        operation.Arrive(Target);
        Check();
        if (on)
            Release(operation);
        isSet = on;
        operation.Note(on ? EventKind.Set : EventKind.Reset, Target);
        Waiters(operation).Update();
    }

    /// <summary>Signals it along with another object, or ends that: what led to that one's state leads to this one's.</summary>
    public void Follow(Operation operation, bool on, SyncState leader)
    {
        if (on)
            Join(leader);
        if (isSet == on)
            return;
        isSet = on;
        Waiters(operation).Update();
    }

    /// <summary>
    /// Sets an event that somebody gave to be told that no callback is under way. What those did happens before its wait ends, but not
    /// before what the giver does without a wait.
    /// </summary>
    public static void Tell(Operation operation, WaitHandle? given, SyncState callbacks)
    {
        if (given is not EventWaitHandle handle)
            return;
        var state = Of(operation, handle);
        state.Join(callbacks);
        state.Set(operation, on: true);
    }

    /// <inheritdoc/>
    /// <remarks>It comes back to where it was.</remarks>
    public override void Acted(LivelockDetector livelock, int site)
    {
    }
}
