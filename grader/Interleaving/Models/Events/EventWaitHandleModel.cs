using Interleaving.Scheduling;

namespace Interleaving.Models.Events;

/// <summary>Events without a name; named ones belong to the whole machine and are refused.</summary>
[Models(typeof(EventWaitHandle))]
internal static class EventWaitHandleModel
{
    public static EventWaitHandle New(bool initialState, EventResetMode mode)
    {
        var made = new EventWaitHandle(initialState, mode);
        Operation.Current?.Execution.State(
            made, key => new EventHandleState((EventWaitHandle)key, mode == EventResetMode.AutoReset, initialState));
        return made;
    }

    public static bool Set(EventWaitHandle self)
    {
        if (Operation.Current is not { } operation)
            return self.Set();
        EventHandleState.Of(operation, self).Set(operation, on: true);
        return true;
    }

    public static bool Reset(EventWaitHandle self)
    {
        if (Operation.Current is not { } operation)
            return self.Reset();
        EventHandleState.Of(operation, self).Set(operation, on: false);
        return true;
    }
}
