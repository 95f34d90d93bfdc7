using Interleaving.Scheduling;

namespace Interleaving.Models.Events;

/// <summary>Ends a registered wait; an event to be told by is set at once, since no call is under way that others could not see.</summary>
[Models(typeof(RegisteredWaitHandle))]
internal static class RegisteredWaitHandleModel
{
    public static bool Unregister(RegisteredWaitHandle self, WaitHandle? waitObject)
    {
        if (Operation.Current is not { } operation)
            return self.Unregister(waitObject);
        var left = RegisteredWaits.Unregister(operation, self);
        if (waitObject is EventWaitHandle told)
            EventWaitHandleModel.Set(told);
        return left;
    }
}
